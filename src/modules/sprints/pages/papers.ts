import type { Language } from '../../../foundation/i18n/language.ts';
import { writeCalendar } from '../../../foundation/text/write-calendar.ts';
import { writeLetter } from '../../../foundation/text/write-letter.ts';
import { addDays } from '../../../foundation/time/zone.ts';
import { type Phase, parties } from '../contract.ts';
import type { Sprint } from '../room/sprint.ts';
import { dayText, wordsOf } from './present.tsx';

const IDEAS = 3;

/** For those who take part on paper: print, write, hand in. */
export const paperForm = (language: Language, sender: string, { facts, endsOn }: Sprint): Buffer => {
  const { t } = wordsOf(language);
  const lines: [string, string][] = [
    ['', t.paper.line],
    ['', t.paper.line],
  ];
  return writeLetter({
    lang: language,
    sender,
    title: t.paper.title(facts.title),
    note: t.paper.note,
    facts: [
      [t.paper.to, facts.address || t.about.unknown],
      [t.about.phone, facts.phone || t.about.unknown],
      [t.paper.until, dayText(language, endsOn)],
    ],
    paragraphs: [facts.question, ...t.join.conductLines],
    groups: [
      {
        title: t.paper.group,
        rows: parties.map((party): [string, string] => [t.parties[party], t.paper.box]),
      },
      ...Array.from({ length: IDEAS }, (_, at) => ({ title: t.paper.idea(String(at + 1)), rows: lines })),
      {
        title: t.paper.comments,
        rows: [
          [t.paper.about, t.paper.line],
          [t.paper.say, t.paper.line],
          ['', t.paper.line],
        ],
      },
    ],
  });
};

/** A task sheet as facts and steps, for page and paper alike. */
export const sheetOf = (language: Language, { facts }: Pick<Sprint, 'facts'>, phase: Phase) => {
  const { t } = wordsOf(language);
  const { goal, time, material, steps } = t.sheet.sheets[phase];
  const plan = facts.phases.find((one) => one.phase === phase);
  const when = plan ? t.about.range(dayText(language, plan.from), dayText(language, plan.to)) : '';
  const rows: [string, string][] = [
    [t.about.question, facts.question],
    [t.sheet.when, [when, plan?.meeting].filter(Boolean).join(', ')],
    [t.sheet.time, time],
    [t.sheet.material, material],
  ];
  return { title: t.sheet.title(t.phases[phase]), goal, facts: rows, steps };
};

export const sheetPdf = (language: Language, sender: string, sprint: Sprint, phase: Phase): Buffer => {
  const { t } = wordsOf(language);
  const { title, goal, facts, steps } = sheetOf(language, sprint, phase);
  return writeLetter({
    lang: language,
    sender,
    title,
    note: goal,
    facts,
    paragraphs: [],
    groups: [
      {
        title: t.sheet.steps,
        rows: steps.map((step, at): [string, string] => [t.sheet.step(String(at + 1)), step]),
      },
    ],
  });
};

const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** The phases as whole days (RFC 5545: the end is the day after the last). */
export const phaseCalendar = (
  language: Language,
  { id, facts, changedAt, demonstration }: Sprint,
  address: string,
): string => {
  const { t } = wordsOf(language);
  const mark = demonstration ? ` (${t.demonstration})` : '';
  return writeCalendar('Sprints', {
    name: `${facts.title}${mark}`,
    events: facts.phases.map(({ phase, from, to, meeting }) => ({
      uid: `${id}-${phase}@allmende`,
      stamp: { date: changedAt },
      summary: `${facts.title}: ${t.phases[phase]}${mark}`,
      start: { type: 'DATE', date: midnight(from) },
      end: { type: 'DATE', date: midnight(addDays(to, 1)) },
      ...(meeting !== '' && { description: `${t.about.meeting} ${meeting}` }),
      url: address,
    })),
  });
};
