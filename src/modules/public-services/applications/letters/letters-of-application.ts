import { formatDate } from '../../../../foundation/i18n/format.ts';
import type { Language } from '../../../../foundation/i18n/language.ts';
import { writeLetter } from '../../../../foundation/text/write-letter.ts';
import { dayInWords } from '../../forms/date-in-words.ts';
import { type ApplicationMessages, applicationMessages } from '../../web/index.ts';
import type { ApplicationContext, FileInfo, OpenedApplication } from '../application.ts';
import { listMessages } from '../open-application.ts';
import { answerGroups } from '../present-answers.ts';

type Place = { language: Language; town: string };

/** What a person has in hand after sending: number, code, promised day, and everything that was written. */
export const receiptLetter = (
  opened: OpenedApplication,
  files: FileInfo[],
  { language, town }: Place,
  t: ApplicationMessages,
  { code, url }: { code: string | undefined; url: string },
): Buffer => {
  const { application, form } = opened;
  const { receiptNumber, submittedAt, dueOn } = application;
  const groups = answerGroups(opened, files, { language, t });
  return writeLetter({
    lang: language,
    sender: town,
    title: `${t.letter.receipt} ${receiptNumber ?? ''}: ${form.definition.title[language]}`,
    note: form.isDemonstration ? t.letter.demonstration : null,
    facts: [
      [t.status.number, receiptNumber ?? ''],
      ...(code === undefined ? [] : [[t.status.code, code] as [string, string]]),
      [t.find.title, url],
      [t.status.received, submittedAt ? formatDate(language, submittedAt) : ''],
      [t.status.due, dueOn ? dayInWords(language, dueOn) : ''],
    ],
    paragraphs: [t.letter.receiptLead(town), t.next.submitted],
    groups: groups.map(({ title, rows }) => ({
      title,
      rows: rows.map(({ label, value }) => [label, value]),
    })),
  });
};

/** The decision as a letter in German, the language of the proceedings (§ 23 (1) VwVfG). Undefined: not decided yet. */
export const decisionLetter = async (
  context: ApplicationContext,
  { application, form }: OpenedApplication,
  townOf: (ars: string) => { label: string } | undefined,
): Promise<Buffer | undefined> => {
  const decision = (await listMessages(context, application)).findLast(({ kind }) => kind === 'decision');
  if (!decision) return undefined;
  const t = applicationMessages('de');
  const town = townOf(application.organisation.ars)?.label ?? '';
  return writeLetter({
    lang: 'de',
    sender: town,
    title: `${t.letter.decision} ${application.receiptNumber ?? ''}: ${form.definition.title.de}`,
    note: form.isDemonstration ? t.letter.demonstration : null,
    facts: [
      [t.status.number, application.receiptNumber ?? ''],
      [t.letter.date, formatDate('de', decision.writtenAt)],
      [t.status.state, t.states[application.state]],
    ],
    paragraphs: [t.letter.greeting, ...decision.text.split(/\n{2,}/), t.letter.signature(town)],
    groups: [],
  });
};
