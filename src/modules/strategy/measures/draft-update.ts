import type { MeasureFacts } from '../contract.ts';

export type UpdateDraft = {
  /** Done since the last word. */ done: { title: string; on: string }[];
  /** Should be done by now. */ overdue: { title: string; due: string }[];
  /** Come within the next four weeks. */ next: { title: string; due: string }[];
  /** Newly measured since the last word. */ measured: {
    name: string;
    unit: string;
    value: number;
    on: string;
    target: number | null;
  }[];
};

const later = (day: string, days: number): string => {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

const SOON_DAYS = 28;

/** What the platform knows of a measure since the last word: the draft of the next one. */
export const draftUpdate = (
  { milestones, indicators }: Pick<MeasureFacts, 'milestones' | 'indicators'>,
  { since, today }: { since: string; today: string },
): UpdateDraft => ({
  done: milestones.flatMap(({ title, doneOn }) =>
    doneOn !== null && doneOn >= since ? [{ title, on: doneOn }] : [],
  ),
  overdue: milestones
    .filter(({ doneOn, due }) => doneOn === null && due < today)
    .map(({ title, due }) => ({ title, due })),
  next: milestones
    .filter(({ doneOn, due }) => doneOn === null && due >= today && due <= later(today, SOON_DAYS))
    .map(({ title, due }) => ({ title, due })),
  measured: indicators.flatMap(({ name, unit, latest, target }) =>
    latest !== null && latest.on >= since ? [{ name, unit, value: latest.value, on: latest.on, target }] : [],
  ),
});
