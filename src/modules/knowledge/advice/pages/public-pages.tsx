import { Hono } from 'hono';
import { formatDate } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { berlinDay } from '../../../../foundation/time/zone.ts';
import { entryPath } from '../../library/pages/present-entry.ts';
import type { KnowledgeEnvironment, KnowledgeSetting } from '../../setting.ts';
import { adviceMessages, PublicAdvicePage } from '../../web/index.ts';
import { listPublicQuestions } from '../question-store.ts';
import { fieldName } from './present-question.ts';

const AT = '/netzwerk/rat';

/** Questions that everybody may read, and as JSON. */
export const publicAdvicePages = ({ database, origin }: KnowledgeSetting) => {
  const pages = new Hono<KnowledgeEnvironment>();
  pages.get(AT, async (c) => {
    const { language } = c.var;
    const t = adviceMessages(language);
    const questions = (await listPublicQuestions(database)).map((one) => ({
      id: one.id,
      title: one.title,
      about: t.question.asker(one.asker, fieldName(language, one.field), formatDate(language, one.asked_at)),
      question: one.question,
      state: [
        one.closed_at ? t.list.closed : t.list.open,
        t.public.count(one.asked, one.answered),
        ...(one.demonstration ? [t.demonstration] : []),
      ].join(' · '),
      entries: one.entries.map((id) => ({
        href: localPath(language, entryPath(id)),
        label: t.public.entry,
      })),
    }));
    return c.var.page({
      title: t.public.title,
      body: (
        <PublicAdvicePage
          questions={questions}
          desk={localPath(language, '/rathaus')}
          json={`${AT}.json`}
          t={t}
        />
      ),
      canonical: localPath(language, AT),
      crumbs: [{ label: t.network, href: localPath(language, '/netzwerk') }],
      alternates: [{ type: 'application/json', title: t.public.json, href: `${AT}.json` }],
    });
  });
  pages.get(`${AT}.json`, async (c) =>
    c.json({
      questions: (await listPublicQuestions(database)).map((one) => ({
        id: one.id,
        ars: one.ars,
        asker: one.asker,
        title: one.title,
        question: one.question,
        field: one.field,
        askedOn: berlinDay(one.asked_at),
        closedOn: one.closed_at ? berlinDay(one.closed_at) : null,
        asked: one.asked,
        answered: one.answered,
        entries: one.entries.map((id) => origin(c.req.url) + entryPath(id)),
        demonstration: one.demonstration,
      })),
    }),
  );
  return pages;
};
