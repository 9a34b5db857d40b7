import { agendaAt, type DeskPage } from '../desk-of-agenda.ts';
import { RecordsPage, type RecordsView, recordMessages, strategyMessages } from '../web/index.ts';
import type { Refused } from './record-ways.ts';

/** Lists of records below the agenda; what was refused stands in its form. */
export const recordsPage = (
  c: DeskPage,
  refused: Refused | undefined,
  {
    ways = [],
    ...content
  }: Pick<RecordsView, 'title' | 'lead' | 'sections'> & Partial<Pick<RecordsView, 'ways' | 'done'>>,
): Response | Promise<Response> => {
  const t = recordMessages(c.var.language);
  const done = c.req.query('erledigt') === 'gespeichert' ? t.saved : undefined;
  return c.var.page(
    {
      title: content.title,
      body: <RecordsPage view={{ done, ways, ...content }} t={t} />,
      crumbs: [{ label: strategyMessages(c.var.language).title, href: agendaAt(c) }],
    },
    refused ? 422 : 200,
  );
};
