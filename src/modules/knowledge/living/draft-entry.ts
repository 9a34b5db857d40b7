import type { EntryKind, Parts } from '../library/contract.ts';
import { afterText, beforeText, type MeasureShared } from './told-measure.ts';

/** Fields of the agenda, as the library calls them; the first that is known counts. */
const FIELDS: Record<string, string> = {
  housing: 'living',
  energy: 'energy',
  mobility: 'mobility',
  education: 'education',
  generalInterest: 'safety',
  administration: 'administration',
  health: 'health',
};

const PHASES: Partial<Record<MeasureShared['state'], string>> = {
  idea: 'idea',
  planned: 'planned',
  running: 'running',
  paused: 'running',
  done: 'finished',
};

const monthsBetween = (from: string, to: string): number => {
  const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return count(to) - count(from) + 1;
};

const given = (parts: Record<string, string | undefined>): Parts =>
  Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value !== undefined && value !== ''),
  ) as Parts;

/**
 * A measure as the draft of an entry, with its own figures. What failed and what one would do differently only people can
 * say: that stays blank, and the entry a draft. One that was stopped becomes an account without its place.
 */
export const draftEntry = (measure: MeasureShared): { kind: EntryKind; parts: Parts } => {
  const { state, begins, ends, indicators } = measure;
  const lines = (of: typeof beforeText) => indicators.flatMap((one) => of(one) ?? []).join('\n');
  const field = measure.fields.map((one) => FIELDS[one]).find((one) => one !== undefined);
  const both = {
    title: measure.title.slice(0, 120),
    summary: measure.goal.slice(0, 1000),
    field,
    costOnce: String(measure.once),
    costYearly: String(measure.yearly),
    staff:
      measure.staffYears > 0
        ? `${measure.staffYears.toLocaleString('de-DE')} Jahre Arbeitszeit über die ganze Dauer`
        : undefined,
    legalBasis: measure.legalBasis,
    months: begins !== null && ends !== null ? String(monthsBetween(begins, ends)) : undefined,
  };
  if (state === 'stopped') return { kind: 'stopped', parts: given(both) };
  return {
    kind: 'caseStudy',
    parts: given({
      ...both,
      phase: PHASES[state],
      begun: begins ?? undefined,
      funding: measure.funding.slice(0, 200),
      partners: measure.partners,
      before: lines(beforeText),
      after: lines(afterText),
      contactRole: measure.leadRole,
    }),
  };
};
