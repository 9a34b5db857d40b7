import type { Language, Translation } from '../../../../foundation/i18n/language.ts';

const de = {
  title: (year: string) => `Jahresbericht der Digitalagenda ${year}`,
  way: 'Jahresbericht',
  lead: 'Was im Jahr geschehen ist: Stand, Meilensteine, Geld, Wirkung, und was verstummt ist. Alles ist aus der Agenda gerechnet.',
  pdf: 'Als PDF (barrierefrei)',
  year: (year: string) => `Bericht ${year}`,
  until: (day: string) => `Erzählt bis ${day}.`,
  vision: 'Vision',
  progress: 'Stand der Maßnahmen',
  count: (state: string, count: string) => `${state}: ${count}`,
  noMeasures: 'In diesem Jahr gab es keine Maßnahme.',
  notKnown: 'nicht bekannt',
  measure: 'Maßnahme',
  state: 'Stand',
  life: 'Lebenszeichen',
  word: 'Letztes Wort im Jahr',
  noWord: 'keines',
  milestones: 'Meilensteine des Jahres',
  milestoneCounts: (done: string, late: string, missed: string, ahead: string) =>
    `${done} pünktlich erledigt, ${late} verspätet erledigt, ${missed} überfällig, ${ahead} noch vor uns.`,
  missed: 'Überfällig',
  due: 'Termin',
  money: 'Geld',
  moneyText: (once: string, running: string, staff: string) =>
    `Geplant waren einmalig ${once}, laufend ${running} und ${staff} Stellen.`,
  notPaid: 'Was wirklich ausgegeben wurde, hat noch niemand eingetragen; dieser Bericht sagt darüber nichts.',
  paid: (spent: string, told: string, planned: string) =>
    `Wirklich ausgegeben wurden ${spent}. Das sagen ${told} von ${planned} Maßnahmen; von den anderen ist es nicht bekannt.`,
  effects: 'Wirkung',
  noEffects: 'Keine Maßnahme hat einen Indikator.',
  indicator: 'Indikator',
  before: 'vorher',
  latest: 'zuletzt',
  target: 'Ziel',
  share: 'Weg zum Ziel',
  notMeasured: 'nicht gemessen',
  silent: 'Ohne ein Wort im ganzen Jahr',
  silentNone: 'Zu jeder Maßnahme, die nicht zu Ende ist, gab es in diesem Jahr ein Wort.',
  silentText: (count: string) =>
    `${count} Maßnahmen, zu denen niemand etwas gesagt hat. Ob es sie noch gibt, weiß die Agenda nicht:`,
};

export type ReportMessages = Translation<typeof de>;

const en: ReportMessages = {
  title: (year) => `Yearly report of the digital agenda ${year}`,
  way: 'Yearly report',
  lead: 'What happened in the year: state, milestones, money, effects, and what fell silent. Everything is computed from the agenda.',
  pdf: 'As PDF (accessible)',
  year: (year) => `Report ${year}`,
  until: (day) => `Tells until ${day}.`,
  vision: 'Vision',
  progress: 'State of the measures',
  count: (state, count) => `${state}: ${count}`,
  noMeasures: 'There was no measure in this year.',
  notKnown: 'not known',
  measure: 'Measure',
  state: 'State',
  life: 'Sign of life',
  word: 'Last word in the year',
  noWord: 'none',
  milestones: 'Milestones of the year',
  milestoneCounts: (done, late, missed, ahead) =>
    `${done} done in time, ${late} done late, ${missed} overdue, ${ahead} still ahead.`,
  missed: 'Overdue',
  due: 'Due',
  money: 'Money',
  moneyText: (once, running, staff) =>
    `Planned were ${once} once, ${running} running and ${staff} full-time equivalents.`,
  notPaid: 'Nobody has entered yet what was really spent; this report says nothing about it.',
  paid: (spent, told, planned) =>
    `Really spent were ${spent}. ${told} of ${planned} measures say so; of the others it is not known.`,
  effects: 'Effects',
  noEffects: 'No measure has an indicator.',
  indicator: 'Indicator',
  before: 'before',
  latest: 'latest',
  target: 'target',
  share: 'way to the target',
  notMeasured: 'not measured',
  silent: 'Without a word in the whole year',
  silentNone: 'For every measure that is not over there was a word in this year.',
  silentText: (count) =>
    `${count} measures of which nobody said anything. Whether they still exist the agenda does not know:`,
};

const catalogues: Record<Language, ReportMessages> = { de, en };

export const reportMessages = (language: Language): ReportMessages => catalogues[language];
