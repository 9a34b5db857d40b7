import type { MeasureFacts, MeasureState, Origin } from '../contract.ts';

/** A measure as it is stored. */
export type Measure = {
  ars: string;
  id: string;
  facts: MeasureFacts;
  state: MeasureState;
  isPublic: boolean;
  leadId: string | null;
  substituteId: string | null;
  confirmedAt: Date | null;
  askedAt: Date | null;
  origin: Origin | null;
  reuseId: string | null;
  revision: number;
  demonstration: boolean;
  createdAt: Date;
  changedAt: Date;
};

/** How it went, at a moment. */
export type MeasureUpdate = { id: string; state: MeasureState; text: string; at: Date };

export const noFacts: MeasureFacts = {
  title: '',
  goal: '',
  fields: [],
  goalIds: [],
  leadRole: '',
  involved: '',
  partners: '',
  legalBasis: '',
  funding: '',
  begins: null,
  ends: null,
  benefit: null,
  years: [],
  milestones: [],
  dependsOn: [],
  indicators: [],
  checklist: [],
  resolution: null,
};

/** What all years together take: euros, and years of full-time work. */
export const sumOf = ({ years }: Pick<MeasureFacts, 'years'>): { euros: number; staffYears: number } => ({
  euros: years.reduce((sum, { once, running }) => sum + once + running, 0),
  staffYears: Math.round(years.reduce((sum, { staff }) => sum + staff, 0) * 100) / 100,
});
