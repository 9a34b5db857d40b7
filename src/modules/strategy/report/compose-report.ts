import { formatDate, formatNumber } from '../../../foundation/i18n/format.ts';
import type { Language } from '../../../foundation/i18n/language.ts';
import type { TextDocument } from '../../../foundation/text/text-document.ts';
import { fromBerlin } from '../../../foundation/time/zone.ts';
import { reportMessages, strategyMessages } from '../web/index.ts';
import type { YearReport } from './year-report.ts';

type Section = TextDocument['sections'][number];
type Matter = { language: Language; sender: string; vision: string; year: number; report: YearReport };

const euros = (language: Language, amount: number): string => `${formatNumber(language, amount)} €`;
const dayText = (language: Language, day: string): string => formatDate(language, fromBerlin(day));

const progress = ({ language, report }: Matter): Section => {
  const [t, s] = [reportMessages(language), strategyMessages(language)];
  const stateText = (state: YearReport['states'][number]['state']) =>
    state === 'not-known' ? t.notKnown : s.states[state];
  if (report.measures.length === 0) return { title: t.progress, paragraphs: [t.noMeasures], table: null };
  const hasLife = report.measures.some(({ life }) => life !== undefined);
  return {
    title: t.progress,
    paragraphs: [
      report.states
        .map(({ state, count }) => t.count(stateText(state), formatNumber(language, count)))
        .join(', '),
    ],
    table: {
      columns: [t.measure, t.state, ...(hasLife ? [t.life] : []), t.word].map((label) => ({ label })),
      rows: report.measures.map(({ title, state, life, lastWord }) => [
        title,
        stateText(state),
        ...(hasLife ? [life === undefined ? '' : s.lives[life]] : []),
        lastWord
          ? `${dayText(language, lastWord.on)}${lastWord.text === '' ? '' : `: ${lastWord.text}`}`
          : t.noWord,
      ]),
    },
  };
};

const milestones = ({ language, report: { milestones: told } }: Matter): Section => {
  const t = reportMessages(language);
  const number = (value: number) => formatNumber(language, value);
  return {
    title: t.milestones,
    paragraphs: [
      t.milestoneCounts(
        number(told.done),
        number(told.doneLate),
        number(told.late.length),
        number(told.ahead),
      ),
    ],
    table:
      told.late.length === 0
        ? null
        : {
            columns: [{ label: t.missed }, { label: t.measure }, { label: t.due }],
            rows: told.late.map(({ measure, title, due }) => [title, measure, dayText(language, due)]),
          },
  };
};

const effects = ({ language, report: { indicators } }: Matter): Section => {
  const t = reportMessages(language);
  if (indicators.length === 0) return { title: t.effects, paragraphs: [t.noEffects], table: null };
  const value = (number: number | null, unit: string) =>
    number === null ? t.notKnown : `${formatNumber(language, number)} ${unit}`.trim();
  return {
    title: t.effects,
    paragraphs: [],
    table: {
      columns: [
        { label: t.indicator },
        ...[t.before, t.latest, t.target, t.share].map((label) => ({ label, isNumber: true })),
      ],
      rows: indicators.map(({ measure, name, unit, before, latest, target, share }) => [
        `${name} (${measure})`,
        value(before, unit),
        latest ? `${value(latest.value, unit)} (${dayText(language, latest.on)})` : t.notMeasured,
        value(target, unit),
        share === undefined ? t.notKnown : `${formatNumber(language, Math.round(share * 100))} %`,
      ]),
    },
  };
};

const silent = ({ language, report }: Matter): Section => {
  const t = reportMessages(language);
  return {
    title: t.silent,
    paragraphs:
      report.silent.length === 0
        ? [t.silentNone]
        : [t.silentText(formatNumber(language, report.silent.length)), report.silent.join('\n')],
    table: null,
  };
};

/** The year of an agenda as people read it. */
export const composeReport = (matter: Matter): TextDocument => {
  const { language, sender, vision, year, report } = matter;
  const t = reportMessages(language);
  const { once, running, staff, spent, planned, told } = report.money;
  const number = (value: number) => formatNumber(language, value);
  return {
    lang: language,
    sender,
    title: t.title(String(year)),
    note: t.until(dayText(language, report.until)),
    facts: vision === '' ? [] : [[t.vision, vision]],
    sections: [
      progress(matter),
      milestones(matter),
      {
        title: t.money,
        paragraphs: [
          t.moneyText(euros(language, once), euros(language, running), number(staff)),
          told === 0 ? t.notPaid : t.paid(euros(language, spent), number(told), number(planned)),
        ],
        table: null,
      },
      effects(matter),
      silent(matter),
    ],
  };
};
