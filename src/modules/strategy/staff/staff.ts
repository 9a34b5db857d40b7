import * as v from 'valibot';
import { wordsOf } from '../../../foundation/text/search-text.ts';
import {
  chosenId,
  needed,
  neededDay,
  optional,
  optionalNumber,
  type RecordKind,
} from '../records/record-kind.ts';
import {
  deleteOfferedSkill,
  deleteTraining,
  deleteWantedSkill,
  type OfferedSkill,
  saveOfferedSkill,
  saveTraining,
  saveWantedSkill,
  type Training,
  type WantedSkill,
} from './staff-store.ts';

export const wantedSkills: RecordKind<Omit<WantedSkill, 'id'>> = {
  act: 'write-wanted-skill',
  schema: v.object({ topic: needed(120), note: optional(1000), measureId: chosenId }),
  save: saveWantedSkill,
  drop: deleteWantedSkill,
};

/** Who can something says it alone: nobody enters another one. */
export const offeredSkills: RecordKind<Pick<OfferedSkill, 'topic' | 'note'>> = {
  act: 'write-offered-skill',
  schema: v.object({ topic: needed(120), note: optional(1000) }),
  save: saveOfferedSkill,
  drop: deleteOfferedSkill,
};

export const trainings: RecordKind<Omit<Training, 'id' | 'people'>> = {
  act: 'write-training',
  schema: v.object({
    title: needed(200),
    topic: needed(120),
    heldOn: neededDay,
    place: optional(200),
    seats: optionalNumber(1, 10_000),
  }),
  save: saveTraining,
  drop: deleteTraining,
};

const SHORTEST_WORD = 3;

/** Whether two topics share a word: enough to bring people together, too little to decide anything. */
export const isAbout = (topic: string, other: string): boolean => {
  const words = new Set(wordsOf(other).filter(({ length }) => length >= SHORTEST_WORD));
  return wordsOf(topic).some((word) => words.has(word));
};
