import { formatNumber } from '../../../../foundation/i18n/format.ts';
import { textOfFile } from '../../../../foundation/text/file-text.ts';
import { agendaAt, agendaDeskPages, type DeskPage } from '../../desk-of-agenda.ts';
import type { StrategySetting } from '../../setting.ts';
import { ImportPage, type ImportView, importMessages, strategyMessages } from '../../web/index.ts';
import type { FoundPlan } from '../found-plan.ts';
import { importPlan } from '../import-plan.ts';
import { readMarkdownPlan } from '../read-markdown-plan.ts';
import { readTablePlan } from '../read-table-plan.ts';

const HERE = '/einlesen';
const MOST_BYTES = 2 * 1024 * 1024;
const MOST_REJECTED = 50;

/** A file with a strategy is larger than a form. */
export const isPlanUpload = (method: string, path: string): boolean =>
  method === 'POST' && /^(\/en)?\/rathaus\/[0-9]{2,12}\/agenda\/einlesen$/.test(path);

const answer = (c: DeskPage, view: Partial<ImportView>): Response | Promise<Response> => {
  const t = importMessages(c.var.language);
  const whole = { action: agendaAt(c, HERE), error: undefined, done: undefined, rejected: [], ...view };
  return c.var.page(
    {
      title: t.title,
      body: <ImportPage view={whole} t={t} />,
      crumbs: [{ label: strategyMessages(c.var.language).title, href: agendaAt(c) }],
    },
    view.error === undefined ? 200 : 422,
  );
};

/** The plan in an uploaded file; its name tells which kind it is. */
const planIn = async (file: File): Promise<FoundPlan | undefined> => {
  const text = textOfFile(new Uint8Array(await file.arrayBuffer()));
  if (typeof text !== 'string') return undefined;
  return /\.(md|markdown|txt)$/i.test(file.name) ? readMarkdownPlan(text) : readTablePlan(text);
};

const read = async (c: DeskPage, setting: StrategySetting): Promise<Response> => {
  const { language, acting } = c.var;
  const t = importMessages(language);
  const { datei } = await c.req.parseBody();
  if (!(datei instanceof File) || datei.size === 0) return answer(c, { error: t.noFile });
  if (datei.size > MOST_BYTES) return answer(c, { error: t.tooLarge });
  const plan = await planIn(datei);
  if (!plan) return answer(c, { error: t.tooLarge });
  const rejected = plan.rejected
    .slice(0, MOST_REJECTED)
    .map(({ position, reason }) => t.line(position, reason[language]));
  if (plan.goals.length + plan.measures.length === 0) return answer(c, { error: t.nothing, rejected });
  const report = await importPlan(setting, setting.places, acting.organisation.ars, plan, acting);
  const number = (value: number) => formatNumber(language, value);
  return answer(c, {
    done: t.done(number(report.goals), number(report.measures), number(report.known)),
    rejected,
  });
};

/** A strategy that a town has already becomes the beginning of its agenda. */
export const importPages = (setting: StrategySetting) =>
  agendaDeskPages(setting, [
    ['GET', HERE, 'edit-agenda', (c) => answer(c, {})],
    ['POST', HERE, 'edit-agenda', read],
  ]);
