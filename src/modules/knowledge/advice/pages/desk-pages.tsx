import { Hono, type Context as HonoContext } from 'hono';
import { typedBody } from '../../../../foundation/http/typed-body.ts';
import { formatDate } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { type DeskEnvironment, deskPath, permit } from '../../../accounts/index.ts';
import type { KnowledgeSetting } from '../../setting.ts';
import { AdviceListPage, type AdviceListView, adviceMessages, QuestionFormPage } from '../../web/index.ts';
import { askAdvice } from '../act-on-advice.ts';
import { type QuestionFaults, readQuestion } from '../check-question.ts';
import { listOwnQuestions, listPublicQuestions, listQuestionsTo } from '../question-store.ts';
import { questionFields } from './question-form.ts';
import { questionPages } from './question-pages.tsx';

type Page = HonoContext<DeskEnvironment>;

const AT = '/rathaus/:organisation/rat';

const at = (c: Page, path = ''): string => localPath(c.var.language, deskPath(c.var.acting, `/rat${path}`));

/** A firm or a club answers; what towns want to know of each other, towns ask. */
const mayAsk = ({ organisation: { ars, id } }: Page['var']['acting']): boolean => ars === id;

const answerList = async (c: Page, { database }: KnowledgeSetting): Promise<Response> => {
  const { language, acting } = c.var;
  const { organisation } = acting;
  const t = adviceMessages(language);
  const own = await listOwnQuestions(database, organisation);
  const toYou = await listQuestionsTo(database, organisation);
  const known = new Set([...own, ...toYou].map(({ id }) => id));
  const others = (await listPublicQuestions(database)).filter(
    ({ id, closed_at }) => closed_at === null && !known.has(id),
  );
  const day = (instant: Date) => formatDate(language, instant);
  const view: AdviceListView = {
    ask: mayAsk(acting) ? at(c, '/neu') : undefined,
    own: own.map(({ id, title, asked_at, closed_at }) => ({
      href: at(c, `/${id}`),
      title,
      state: t.list.state(closed_at ? t.list.closed : t.list.open, day(asked_at)),
    })),
    toYou: toYou.map(({ id, title, asker, asked_at, answered_at, closed_at }) => ({
      href: at(c, `/${id}`),
      title,
      state: t.list.from(
        asker,
        closed_at ? t.list.closed : answered_at ? t.list.answered : t.list.waits,
        day(asked_at),
      ),
    })),
    others: others.map(({ id, title, asker, asked_at }) => ({
      href: at(c, `/${id}`),
      title,
      state: t.list.from(asker, t.list.open, day(asked_at)),
    })),
  };
  return c.var.page({ title: t.title, body: <AdviceListPage view={view} t={t} />, isIndexed: false });
};

type Typed = { typed: Record<string, string>; faults: QuestionFaults; refusal?: string };

const answerForm = (c: Page, { typed, faults, refusal }: Typed): Response => {
  const { language } = c.var;
  const t = adviceMessages(language);
  const view = { action: at(c), fields: questionFields({ language, t }, typed, faults), refusal };
  const isWrong = refusal !== undefined || Object.keys(faults).length > 0;
  return c.var.page(
    { title: t.form.title, body: <QuestionFormPage view={view} t={t} />, isIndexed: false },
    isWrong ? 422 : 200,
  );
};

const ask = async (c: Page, setting: KnowledgeSetting): Promise<Response> => {
  const { acting, language } = c.var;
  if (!mayAsk(acting)) return c.notFound();
  const typed = await typedBody(c);
  const read = readQuestion(typed);
  if ('faults' in read) return answerForm(c, { typed, faults: read.faults });
  const asked = await askAdvice(setting, acting, read.question);
  if ('refused' in asked)
    return answerForm(c, { typed, faults: {}, refusal: adviceMessages(language).form.tooMany });
  return c.redirect(`${at(c, `/${asked.id}`)}?erledigt=gefragt`, 303);
};

/** Where an organisation asks others, and answers them. */
export const adviceDeskPages = (setting: KnowledgeSetting) => {
  const pages = new Hono<DeskEnvironment>();
  const permitted = permit('ask-advice');
  pages.get(AT, permitted, (c) => answerList(c, setting));
  pages.post(AT, permitted, (c) => ask(c, setting));
  pages.get(`${AT}/neu`, permitted, (c) =>
    mayAsk(c.var.acting) ? answerForm(c, { typed: c.req.query(), faults: {} }) : c.notFound(),
  );
  pages.route('/', questionPages(setting));
  return pages;
};
