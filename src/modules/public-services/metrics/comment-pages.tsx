import { Hono } from 'hono';
import { localPath } from '../../../foundation/i18n/language.ts';
import { type DeskEnvironment, deskPath, permit } from '../../accounts/index.ts';
import type { ApplicationContext } from '../applications/application.ts';
import { dayInWords } from '../forms/date-in-words.ts';
import { CommentsPage, metricsMessages } from '../web/index.ts';
import { listComments } from './rate-form.ts';
import { listFormTitles } from './use-store.ts';

/** What people wrote about the forms of a municipality, for those who work on its applications. */
export const commentPages = (context: ApplicationContext): Hono<DeskEnvironment> => {
  const pages = new Hono<DeskEnvironment>();
  pages.get('/rathaus/:organisation/antraege/hinweise', permit('see-applications'), async (c) => {
    const { acting, language } = c.var;
    const { organisation } = acting;
    const t = metricsMessages(language);
    // Forms belong to a municipality; an association or a firm has none.
    const isTown = organisation.id === organisation.ars;
    const titles = await listFormTitles(context.database, organisation.ars);
    const comments = isTown ? await listComments(context, organisation.ars) : [];
    const view = {
      back: localPath(language, deskPath(acting, '/antraege')),
      figures: `${localPath(language, '/leistungen/kennzahlen')}?ort=${organisation.ars}`,
      rows: comments.map(({ id, formId, day, text }) => ({
        id,
        day: dayInWords(language, day),
        form: titles.get(formId)?.[language] ?? formId,
        text,
      })),
    };
    return c.var.page({
      title: t.comments.title,
      body: <CommentsPage view={view} t={t} />,
      isIndexed: false,
    });
  });
  return pages;
};
