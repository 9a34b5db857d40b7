import { formatDate, formatNumber } from '../../../foundation/i18n/format.ts';
import type { Language } from '../../../foundation/i18n/language.ts';
import type { DocumentTable, TextDocument } from '../../../foundation/text/text-document.ts';
import { fromBerlin } from '../../../foundation/time/zone.ts';
import type { MeasureFacts, MeasureState } from '../contract.ts';
import { sumOf } from '../measures/measure.ts';
import { councilMessages, strategyMessages } from '../web/index.ts';
import type { Paper } from './paper.ts';

type Section = TextDocument['sections'][number];
type Measure = { facts: MeasureFacts; state: MeasureState };
export type PaperMatter = {
  language: Language;
  sender: string;
  paper: Pick<Paper, 'facts' | 'resolution' | 'measureId'>;
  /** The one that it is about, or all of the agenda. */ measures: readonly Measure[];
  goals: readonly { title: string; text: string }[];
  now: Date;
};

const euros = (language: Language, amount: number): string => `${formatNumber(language, amount)} €`;
const dayText = (language: Language, day: string): string => formatDate(language, fromBerlin(day));
const part = (title: string, paragraphs: string[], table: DocumentTable | null = null): Section => ({
  title,
  paragraphs,
  table,
});
const paragraphs = (text: string): string[] => text.split(/\n{2,}/).filter((one) => one.trim() !== '');

/** Costs of all measures by year, with their sum. */
const costs = ({ language, measures }: PaperMatter): Section => {
  const t = councilMessages(language).paper;
  const all = measures.flatMap(({ facts }) => facts.years);
  if (all.length === 0) return part(t.costs, [t.noCosts]);
  const years = [...new Set(all.map(({ year }) => year))].toSorted();
  const row = (label: string, of: typeof all): string[] => {
    const sum = (name: 'once' | 'running' | 'staff') => of.reduce((total, one) => total + one[name], 0);
    return [
      label,
      euros(language, sum('once')),
      euros(language, sum('running')),
      formatNumber(language, Math.round(sum('staff') * 100) / 100),
    ];
  };
  const columns = [
    { label: t.year },
    ...[t.once, t.running, t.staff].map((label) => ({ label, isNumber: true })),
  ];
  const rows = years.map((year) =>
    row(
      String(year),
      all.filter((one) => one.year === year),
    ),
  );
  return part(t.costs, [], { columns, rows: [...rows, row(t.sum, all)] });
};

const schedule = ({ language, measures }: PaperMatter): Section[] => {
  const t = councilMessages(language).paper;
  const stones = measures
    .flatMap(({ facts }) => facts.milestones)
    .toSorted((a, b) => (a.due < b.due ? -1 : 1));
  if (stones.length === 0) return [];
  const rows = stones.map(({ title, due }) => [title, dayText(language, due)]);
  return [part(t.schedule, [], { columns: [{ label: t.milestone }, { label: t.due }], rows })];
};

/** Of the whole agenda: what is wanted, and what is done for it. */
const overview = ({ language, paper, measures, goals }: PaperMatter): Section[] => {
  if (paper.measureId !== null) return [];
  const t = councilMessages(language).paper;
  const { states } = strategyMessages(language);
  return [
    part(
      t.goals,
      goals.map(({ title, text }) => (text === '' ? title : `${title}: ${text}`)),
    ),
    part(t.measures, [], {
      columns: [{ label: t.measure }, { label: t.measureState }, { label: t.total, isNumber: true }],
      rows: measures.map(({ facts, state }) => [
        facts.title,
        states[state],
        euros(language, sumOf(facts).euros),
      ]),
    }),
  ];
};

const ofMeasure = ({ language, paper, measures: [measure] }: PaperMatter): TextDocument['facts'] => {
  if (paper.measureId === null || !measure) return [];
  const t = councilMessages(language).paper;
  const { leadRole, partners, legalBasis } = measure.facts;
  const known: TextDocument['facts'] = [
    [t.measureLead, leadRole],
    [t.partners, partners],
    [t.legalBasis, legalBasis],
  ];
  return known.filter(([, value]) => value !== '');
};

/** What the council reads: as towns write it, from the facts to the alternatives. A blank is said to be one. */
export const composePaper = (matter: PaperMatter): TextDocument => {
  const { language, sender, paper, now } = matter;
  const { facts, resolution } = paper;
  const t = councilMessages(language);
  const typed = (title: string, text: string): Section =>
    part(title, text.trim() === '' ? [t.paper.none] : paragraphs(text));
  return {
    lang: language,
    sender,
    title: t.paper.title(facts.title),
    note: [
      t.paper.state(formatDate(language, now)),
      ...(resolution ? [t.resolvedOn(dayText(language, resolution.on), resolution.body)] : []),
    ].join(' · '),
    facts: [
      ...(facts.body === '' ? [] : [[t.fields.body, facts.body] as [string, string]]),
      ...(facts.sittingOn === ''
        ? []
        : [[t.fields.sittingOn, dayText(language, facts.sittingOn)] as [string, string]]),
      ...ofMeasure(matter),
    ],
    sections: [
      typed(t.fields.facts, facts.facts),
      typed(t.fields.proposal, facts.proposal),
      ...overview(matter),
      costs(matter),
      typed(t.fields.funding, facts.funding),
      ...schedule(matter),
      part(t.paper.climate, [t.climates[facts.climate], ...paragraphs(facts.climateText)]),
      typed(t.paper.dataProtection, facts.dataProtection),
      typed(t.fields.alternatives, facts.alternatives),
      ...(resolution && resolution.text !== '' ? [typed(t.resolution.title, resolution.text)] : []),
    ],
  };
};
