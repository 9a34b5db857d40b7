import type { Context as HonoContext } from 'hono';
import { formatDate } from '../../../../foundation/i18n/format.ts';
import {
  type Acting,
  type DeskEnvironment,
  listActsOf,
  may,
  namePeople,
  type Organisation,
} from '../../../accounts/index.ts';
import { dayInWords } from '../../forms/date-in-words.ts';
import { deliveryFacts } from '../../hand-over/pages/present-delivery.ts';
import { type ApplicationMessages, applicationMessages, type CaseView } from '../../web/index.ts';
import type { ApplicationContext, OpenedApplication } from '../application.ts';
import { listFiles } from '../enclosure-store.ts';
import { isOpen } from '../life.ts';
import { listMessages } from '../open-application.ts';
import { answerGroups } from '../present-answers.ts';
import { instantText } from './application-page.ts';

type Page = HonoContext<DeskEnvironment>;
type Setting = ApplicationContext & {
  find: (key: string) => Organisation | undefined;
  superiorsOf: (of: Organisation) => Organisation[];
};

/** Who can take an application over: the levels above, and the municipality that it was written to. */
export const takersOf = (
  { find, superiorsOf }: Pick<Setting, 'find' | 'superiorsOf'>,
  { organisation }: Acting,
  ars: string,
): Organisation[] => {
  const home = ars === organisation.id ? undefined : find(ars);
  const above = superiorsOf(organisation).filter(({ id }) => id !== ars);
  return home ? [home, ...above] : above;
};

export type CaseExtras = { note?: CaseView['note']; fields?: Partial<CaseView['fields']> };

const doneNote = (c: Page, t: ApplicationMessages): CaseView['note'] => {
  const key = c.req.query('erledigt') ?? '';
  const { done } = t.inbox;
  return Object.hasOwn(done, key) ? { kind: 'success', title: done[key as keyof typeof done] } : undefined;
};

const historyOf = async (c: Page, setting: Setting, id: string, t: ApplicationMessages) => {
  const { organisation } = c.var.acting;
  const acts = await listActsOf(setting, organisation.ars, { type: 'application', id });
  return acts.map(({ at, act, who, isByPlatform }, number) => ({
    key: String(number),
    text: `${instantText(c.var.language, at)}: ${t.acts[act as keyof typeof t.acts] ?? act}, ${who ?? (isByPlatform ? t.inbox.system : t.inbox.gone)}`,
  }));
};

const openActs = (c: Page, { application }: OpenedApplication, here: string): CaseView['open'] => {
  if (!isOpen(application.state)) return undefined;
  const mayDecide = application.state === 'inWork' && may(c.var.acting, 'decide-applications');
  const isMine = application.assignedTo === c.var.acting.personId && application.state !== 'submitted';
  return {
    ...(!isMine && { takeAction: `${here}/uebernehmen` }),
    sayAction: here,
    ...(mayDecide && { decideAction: `${here}/entscheiden` }),
    handOverAction: `${here}/abgeben`,
  };
};

const factsOf = async (c: Page, setting: Setting, { application, form }: OpenedApplication) => {
  const t = applicationMessages(c.var.language);
  const { language } = c.var;
  const { state, submittedAt, dueOn, assignedTo } = application;
  const names = await namePeople(setting, assignedTo === null ? [] : [assignedTo]);
  const due = dueOn === null ? '' : dayInWords(language, dueOn);
  const { trustLevel } = form.definition;
  return [
    { label: t.inbox.columns.what, value: form.definition.title[language] },
    { label: t.inbox.columns.state, value: t.inbox.states[state] },
    { label: t.status.received, value: submittedAt ? formatDate(language, submittedAt) : '' },
    { label: t.inbox.columns.due, value: state === 'inQuestion' ? t.inbox.paused(due) : due },
    { label: t.inbox.columns.who, value: names.get(assignedTo ?? '') ?? t.inbox.nobody },
    ...(await deliveryFacts(setting, application, language)),
    ...(trustLevel ? [{ label: t.inbox.level, value: t.levels[trustLevel] }] : []),
  ];
};

/** One application as the desk shows it. */
export const caseView = async (
  c: Page,
  setting: Setting,
  opened: OpenedApplication,
  inbox: string,
  extras: CaseExtras,
): Promise<CaseView> => {
  const t = applicationMessages(c.var.language);
  const { language, acting } = c.var;
  const { application, form } = opened;
  const here = `${inbox}/${application.id}`;
  const files = await listFiles(setting.database, application);
  const messages = await listMessages(setting, application);
  return {
    title: t.status.title(application.receiptNumber ?? ''),
    isDemonstration: form.isDemonstration,
    note: extras.note ?? doneNote(c, t),
    facts: await factsOf(c, setting, opened),
    groups: answerGroups(opened, files, { language, t }),
    files: files.map(({ id, kind, addedAt }, at) => ({
      id,
      label: `${t.status.file(String(at + 1))} (${kind.toUpperCase()}), ${t.status.added(formatDate(language, addedAt))}`,
      href: `${here}/datei/${id}`,
    })),
    messages: messages.map(({ id, writtenBy, kind, text, writtenAt }) => ({
      id,
      who: t.inbox.from[writtenBy],
      kind: t.status.kinds[kind],
      at: instantText(language, writtenAt),
      text,
    })),
    history: await historyOf(c, setting, application.id, t),
    open: openActs(c, opened, here),
    decision: messages.some(({ kind }) => kind === 'decision') ? `${here}/bescheid.pdf` : undefined,
    organisations: takersOf(setting, acting, application.ars).map(({ id, name }) => ({
      value: id,
      label: name,
    })),
    fields: {
      frage: {},
      nachricht: {},
      bescheid: { value: t.inbox.grantDraft(form.definition.title.de) },
      an: {},
      ...extras.fields,
    },
    back: inbox,
  };
};
