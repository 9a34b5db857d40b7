import { fieldsOfAction, type MeasureFacts, type MeasureState } from '../contract.ts';

export type Agenda = {
  /** Of the unit whose agenda it is; each has one. */ ars: string;
  vision: string;
  fromYear: number;
  toYear: number;
  /** Fields of action beside those of the list. */ ownFields: string[];
  revision: number;
  version: number | null;
  publishedAt: Date | null;
  demonstration: boolean;
  changedAt: Date;
};

export type Goal = {
  ars: string;
  id: string;
  title: string;
  text: string;
  /** Of the list, or one of the agenda's own. */ field: string;
};

/** What a published version holds, for good. */
export type AgendaContent = {
  vision: string;
  fromYear: number;
  toYear: number;
  goals: Omit<Goal, 'ars'>[];
  measures: {
    id: string;
    title: string;
    state: MeasureState;
    fields: MeasureFacts['fields'];
    goalIds: string[];
  }[];
};

/** Years of an agenda, both ends included. */
export const yearsOf = ({ fromYear, toYear }: Pick<Agenda, 'fromYear' | 'toYear'>): number[] =>
  Array.from({ length: toYear - fromYear + 1 }, (_, at) => fromYear + at);

/** Fields of action, by the key under which a form ticks them: what a town names itself may hold anything. */
export const fieldKeys = ({ ownFields }: Pick<Agenda, 'ownFields'>): { key: string; field: string }[] => [
  ...fieldsOfAction.map((field) => ({ key: field, field })),
  ...ownFields.map((field, at) => ({ key: `eigen-${at + 1}`, field })),
];

export const LEAST_YEARS = 2;
export const MOST_YEARS = 10;
