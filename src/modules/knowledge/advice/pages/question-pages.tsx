import { Hono, type Context as HonoContext } from 'hono';
import { typedBody } from '../../../../foundation/http/typed-body.ts';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { plainText } from '../../../../foundation/text/plain-text.ts';
import { berlinDay } from '../../../../foundation/time/zone.ts';
import { type DeskEnvironment, deskPath, may, permit } from '../../../accounts/index.ts';
import type { KnowledgeSetting } from '../../setting.ts';
import { AskerPage, adviceMessages, HelperPage } from '../../web/index.ts';
import {
  type AdviceRefusal,
  answerBack,
  closeQuestion,
  draftFromAnswer,
  nameHours,
  offerHelp,
} from '../act-on-thread.ts';
import { answerTimes } from '../answer-time.ts';
import { LONGEST_MESSAGE, readHours, readOffer } from '../check-offer.ts';
import { answerKinds, type OfferFault } from '../contract.ts';
import { findOwnQuestion, findQuestionTo } from '../question-store.ts';
import { findThread, listAnswered, listMessages, listThreads } from '../thread-store.ts';
import { presentToAsker, presentToHelper, type Shown } from './present-question.ts';

type Page = HonoContext<DeskEnvironment>;

const ONE = `/rathaus/:organisation/rat/:question{${UUID}}`;
const FIELD_OF_FAULT: Record<OfferFault, string> = {
  'no-way': 'weg',
  'no-text': 'text',
  'too-long': 'text',
  'two-days': 'tag1',
  'past-day': 'tag1',
};

const at = (c: Page, path: string): string => localPath(c.var.language, deskPath(c.var.acting, path));
const idOf = (c: Page): string => c.req.param('question') ?? '';
const own = (c: Page): string => at(c, `/rat/${idOf(c)}`);

/** What an act did, said once after it. */
const doneText = (c: Page, asked: number): string | undefined => {
  const t = adviceMessages(c.var.language);
  const done: Record<string, string> = {
    gefragt: t.question.sent(asked),
    geschrieben: t.question.written,
    geschlossen: t.question.closedDone,
    angeboten: t.help.offered,
    stunden: t.help.hoursDone,
  };
  return done[c.req.query('erledigt') ?? ''];
};

/** The question as this organisation may see it: as its own, as one it was asked, or not at all. */
const answerQuestion = async (
  c: Page,
  { database }: KnowledgeSetting,
  shown: Shown = {},
): Promise<Response> => {
  const { language, acting } = c.var;
  const t = adviceMessages(language);
  const words = { language, t };
  const status = shown.fault ? 422 : 200;
  const mine = await findOwnQuestion(database, acting.organisation, idOf(c));
  if (mine) {
    const threads = await listThreads(database, mine);
    const messages = await listMessages(database, mine);
    const done = doneText(c, threads.length);
    const times = answerTimes(await listAnswered(database));
    const view = presentToAsker(words, { question: mine, threads, messages, times }, own(c), {
      done,
      ...shown,
    });
    return c.var.page({ title: view.title, body: <AskerPage view={view} t={t} />, isIndexed: false }, status);
  }
  const question = await findQuestionTo(database, acting.organisation, idOf(c));
  if (!question) return c.notFound();
  const thread = await findThread(database, question, acting.organisation);
  const messages = await listMessages(database, question, acting.organisation);
  const view = presentToHelper(
    words,
    { question, thread, messages },
    {
      question: own(c),
      entry: (id) => at(c, `/wissen/${id}`),
      canWrite: may(acting, 'edit-knowledge'),
    },
    { done: doneText(c, 0), ...shown },
  );
  return c.var.page({ title: view.title, body: <HelperPage view={view} t={t} />, isIndexed: false }, status);
};

/** Back to the question, with what was done; what is not there is not found, what came too late is simply shown. */
const lead = (
  c: Page,
  acted: object | { refused: AdviceRefusal },
  done: string,
): Response | Promise<Response> => {
  if (!('refused' in acted)) return c.redirect(`${own(c)}?erledigt=${done}`, 303);
  return acted.refused === 'unknown' ? c.notFound() : c.redirect(own(c), 303);
};

const offer = async (c: Page, setting: KnowledgeSetting): Promise<Response> => {
  const typed = await typedBody(c);
  const read = readOffer(typed, berlinDay(setting.clock()));
  if ('fault' in read) {
    const text = adviceMessages(c.var.language).help.faults[read.fault];
    return answerQuestion(c, setting, { typed, fault: { field: FIELD_OF_FAULT[read.fault], text } });
  }
  return lead(c, await offerHelp(setting, c.var.acting, { id: idOf(c), offer: read.offer }), 'angeboten');
};

const writeBack = async (c: Page, setting: KnowledgeSetting): Promise<Response> => {
  const typed = await typedBody(c);
  const helperId = typed.helfer ?? '';
  const text = plainText(typed[`text-${helperId}`], LONGEST_MESSAGE) ?? '';
  const answer = { id: idOf(c), helperId, text, day: typed[`tag-${helperId}`] };
  const acted = await answerBack(setting, c.var.acting, answer);
  if ('refused' in acted && acted.refused === 'no-answer') {
    const fault = { field: `text-${helperId}`, text: adviceMessages(c.var.language).question.empty };
    return answerQuestion(c, setting, { typed, fault });
  }
  return lead(c, acted, 'geschrieben');
};

const close = async (c: Page, setting: KnowledgeSetting): Promise<Response> => {
  const typed = await typedBody(c);
  const hours = new Map<string, number>();
  for (const [name, value] of Object.entries(typed)) {
    if (!name.startsWith('stunden-') || value.trim() === '') continue;
    const read = readHours(value);
    if (read === undefined)
      return answerQuestion(c, setting, {
        typed,
        fault: { field: name, text: adviceMessages(c.var.language).question.wrongHours },
      });
    hours.set(name.slice('stunden-'.length), read);
  }
  const thanks = plainText(typed.dank, LONGEST_MESSAGE) ?? '';
  return lead(c, await closeQuestion(setting, c.var.acting, { id: idOf(c), thanks, hours }), 'geschlossen');
};

const sayHours = async (c: Page, setting: KnowledgeSetting): Promise<Response> => {
  const typed = await typedBody(c);
  const hours = readHours(typed.stunden);
  if (hours === undefined) {
    const fault = { field: 'stunden', text: adviceMessages(c.var.language).question.wrongHours };
    return answerQuestion(c, setting, { typed, fault });
  }
  return lead(c, await nameHours(setting, c.var.acting, { id: idOf(c), hours }), 'stunden');
};

const makeDraft = async (c: Page, setting: KnowledgeSetting): Promise<Response> => {
  const { art } = await typedBody(c);
  const kind = answerKinds.find((one) => one === art) ?? 'guide';
  const made = await draftFromAnswer(setting, c.var.acting, { id: idOf(c), kind });
  return 'refused' in made ? lead(c, made, '') : c.redirect(at(c, `/wissen/${made.entryId}`), 303);
};

/** One question at the desk: of the one who asked, or of one who can help. */
export const questionPages = (setting: KnowledgeSetting) => {
  const pages = new Hono<DeskEnvironment>();
  const permitted = permit('ask-advice');
  pages.get(ONE, permitted, (c) => answerQuestion(c, setting));
  pages.post(`${ONE}/anbieten`, permitted, (c) => offer(c, setting));
  pages.post(`${ONE}/antworten`, permitted, (c) => writeBack(c, setting));
  pages.post(`${ONE}/schliessen`, permitted, (c) => close(c, setting));
  pages.post(`${ONE}/stunden`, permitted, (c) => sayHours(c, setting));
  pages.post(`${ONE}/eintrag`, permit('edit-knowledge'), (c) => makeDraft(c, setting));
  return pages;
};
