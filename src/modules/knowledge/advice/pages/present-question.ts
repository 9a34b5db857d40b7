import { formatDate, formatNumber } from '../../../../foundation/i18n/format.ts';
import type { Language } from '../../../../foundation/i18n/language.ts';
import { fromBerlin } from '../../../../foundation/time/zone.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import {
  type AdviceMessages,
  type AskerView,
  type HelperView,
  libraryMessages,
  type MessageLine,
  type QuestionHead,
  type ThreadView,
} from '../../web/index.ts';
import type { AnswerTime } from '../answer-time.ts';
import { answerKinds, ways } from '../contract.ts';
import type { StoredQuestion } from '../question-store.ts';
import type { Message, Thread } from '../thread-store.ts';

export type Words = { language: Language; t: AdviceMessages };
export type Shown = {
  done?: string | undefined;
  typed?: Record<string, string>;
  fault?: { field: string; text: string };
};

export const fieldName = (language: Language, field: string): string =>
  libraryMessages(language).choices[field] ?? field;

const headOf = ({ language, t }: Words, question: StoredQuestion, shown: Shown): QuestionHead => ({
  title: question.title,
  about: t.question.asker(
    question.asker,
    fieldName(language, question.field),
    formatDate(language, question.asked_at),
  ),
  question: question.question,
  isPublic: question.is_public,
  closed: question.closed_at ? t.question.closed(formatDate(language, question.closed_at)) : undefined,
  done: shown.done,
  fault: shown.fault,
});

const messageLines = (
  { language }: Words,
  messages: readonly Message[],
  names: { asker: string; helper: string },
): MessageLine[] =>
  messages.map(({ from_asker, text, written_at }) => ({
    who: from_asker ? names.asker : names.helper,
    day: formatDate(language, written_at),
    text,
  }));

const dayText = (language: Language, day: string): string => formatDate(language, fromBerlin(day));

const daysOf = ({ language, t }: Words, thread: Thread): string | undefined => {
  const { first_day, second_day, chosen_day } = thread;
  if (chosen_day !== null) return t.question.chosen(dayText(language, chosen_day));
  if (first_day === null || second_day === null) return undefined;
  return t.question.days(dayText(language, first_day), dayText(language, second_day));
};

const errorOf = ({ fault }: Shown, name: string): string | undefined =>
  fault?.field === name ? fault.text : undefined;

const threadView = (
  words: Words,
  thread: Thread,
  messages: readonly Message[],
  around: { question: StoredQuestion; at: string; shown: Shown; time: AnswerTime | undefined },
): ThreadView => {
  const { language, t } = words;
  const { helper_id, helper_name, way } = thread;
  const { question, shown, time } = around;
  const days = [thread.first_day, thread.second_day].filter((day) => day !== null);
  const text: FieldView = {
    name: `text-${helper_id}`,
    control: 'area',
    label: t.question.back(helper_name),
    value: shown.typed?.[`text-${helper_id}`] ?? '',
    error: errorOf(shown, `text-${helper_id}`),
  };
  const choice: FieldView = {
    name: `tag-${helper_id}`,
    control: 'radios',
    label: t.question.day(helper_name),
    value: '',
    choices: days.map((day) => ({ value: day, label: dayText(language, day) })),
  };
  const canAnswer = question.closed_at === null && way !== null;
  return {
    id: helper_id,
    name: helper_name,
    role: t.roles[thread.role],
    reasons: thread.reasons.map((reason) => t.because(reason, language)),
    state: way === null ? t.question.noAnswer : `${helper_name} ${t.waysDone[way]}.`,
    isNobodyThere: thread.told === 0 && thread.answered_at === null,
    answerTime:
      time && t.question.answerTime(formatNumber(language, Math.round(time.hours)), String(time.answers)),
    days: daysOf(words, thread),
    messages: messageLines(
      words,
      messages.filter((one) => one.helper_id === helper_id),
      { asker: t.question.you, helper: helper_name },
    ),
    answer: canAnswer
      ? {
          action: `${around.at}/antworten`,
          fields: days.length > 0 && thread.chosen_day === null ? [choice, text] : [text],
        }
      : undefined,
  };
};

type Asked = {
  question: StoredQuestion;
  threads: readonly Thread[];
  messages: readonly Message[];
  /** By town. */ times: ReadonlyMap<string, AnswerTime>;
};

export const presentToAsker = (
  words: Words,
  { question, threads, messages, times }: Asked,
  at: string,
  shown: Shown,
): AskerView => {
  const { t } = words;
  const helped = threads.filter(({ way }) => way !== null && way !== 'decline');
  return {
    ...headOf(words, question, shown),
    threads: threads.map((thread) => {
      const time = thread.helper_id === thread.helper_ars ? times.get(thread.helper_ars) : undefined;
      return threadView(words, thread, messages, { question, at, shown, time });
    }),
    close: question.closed_at
      ? undefined
      : {
          action: `${at}/schliessen`,
          fields: [
            ...helped.map(({ helper_id, helper_name }): FieldView => {
              const name = `stunden-${helper_id}`;
              return {
                name,
                control: 'line',
                label: t.question.hours(helper_name),
                hint: t.question.hoursHint,
                inputMode: 'decimal',
                value: shown.typed?.[name] ?? '',
                error: errorOf(shown, name),
              };
            }),
            { name: 'dank', control: 'area', label: t.question.thanks, value: shown.typed?.dank ?? '' },
          ],
        },
  };
};

const offerFields = ({ t }: Words, { typed = {}, ...shown }: Shown): FieldView[] => [
  {
    name: 'weg',
    control: 'radios',
    label: t.help.way,
    value: typed.weg ?? '',
    choices: ways.map((way) => ({ value: way, label: t.ways[way] })),
    error: errorOf(shown, 'weg'),
  },
  {
    name: 'text',
    control: 'area',
    label: t.help.text,
    hint: t.help.textHint,
    value: typed.text ?? '',
    error: errorOf(shown, 'text'),
  },
  {
    name: 'tag1',
    control: 'line',
    isDay: true,
    label: t.help.first,
    value: typed.tag1 ?? '',
    error: errorOf(shown, 'tag1'),
  },
  { name: 'tag2', control: 'line', isDay: true, label: t.help.second, value: typed.tag2 ?? '' },
];

type Helping = { question: StoredQuestion; thread: Thread | undefined; messages: readonly Message[] };

export const presentToHelper = (
  words: Words,
  { question, thread, messages }: Helping,
  at: { question: string; entry: (id: string) => string; canWrite: boolean },
  shown: Shown,
): HelperView => {
  const { language, t } = words;
  const isClosed = question.closed_at !== null;
  const hasHelped = thread !== undefined && thread.way !== null && thread.way !== 'decline';
  const hasWritten = messages.some(({ from_asker }) => !from_asker);
  const given = thread?.hours_given ?? null;
  const hoursField: FieldView = {
    name: 'stunden',
    control: 'line',
    label: t.help.hours,
    hint: t.question.hoursHint,
    inputMode: 'decimal',
    value: shown.typed?.stunden ?? '',
    error: errorOf(shown, 'stunden'),
  };
  const kindField: FieldView = {
    name: 'art',
    control: 'radios',
    label: t.help.kind,
    value: 'guide',
    choices: answerKinds.map((kind) => ({ value: kind, label: t.help.kinds[kind] })),
  };
  const draft = at.canWrite && thread?.entry_id ? at.entry(thread.entry_id) : undefined;
  return {
    ...headOf(words, question, shown),
    asker: question.asker,
    reasons: thread?.reasons.map((reason) => t.because(reason, language)) ?? [],
    days: thread && daysOf(words, thread),
    messages: messageLines(words, messages, { asker: question.asker, helper: t.question.you }),
    thanks: hasHelped && question.thanks !== '' ? question.thanks : undefined,
    offer: isClosed
      ? undefined
      : {
          action: `${at.question}/anbieten`,
          fields: offerFields(words, shown),
          isAgain: thread !== undefined && thread.way !== null,
        },
    hours:
      isClosed && hasHelped && given === null
        ? { action: `${at.question}/stunden`, fields: [hoursField] }
        : undefined,
    hoursSaid: given === null ? undefined : t.help.hoursSaid(formatNumber(language, given)),
    entry:
      at.canWrite && draft === undefined && hasWritten
        ? { action: `${at.question}/eintrag`, fields: [kindField] }
        : undefined,
    draft,
  };
};
