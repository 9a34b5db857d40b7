import * as v from 'valibot';
import { chosenId, needed, neededDay, optional, type RecordKind } from '../records/record-kind.ts';
import {
  type Decision,
  deleteDecision,
  deleteMeeting,
  type Meeting,
  saveDecision,
  saveMeeting,
} from './steering-store.ts';

/** Minutes of those who steer the agenda. */
export const meetings: RecordKind<Omit<Meeting, 'id'>> = {
  act: 'write-meeting',
  schema: v.object({
    heldOn: neededDay,
    title: needed(200),
    present: optional(1000),
    minutes: optional(20_000),
  }),
  save: saveMeeting,
  drop: deleteMeeting,
};

/** A decision never stands without its day and its reason. */
export const decisions: RecordKind<Omit<Decision, 'id'>> = {
  act: 'write-decision',
  schema: v.object({
    decidedOn: neededDay,
    text: needed(2000),
    reason: needed(4000),
    meetingId: chosenId,
    measureId: chosenId,
  }),
  save: saveDecision,
  drop: deleteDecision,
};
