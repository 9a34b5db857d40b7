import type { Message } from '../../../foundation/i18n/message.ts';
import type { Day } from '../../../foundation/time/zone.ts';
import type { ApplicantKind, ProgrammeFacts, Verdict } from '../contract.ts';

/** What is known of who would apply. */
export type TownFacts = {
  ars: string;
  kind: ApplicantKind;
  population: number | null;
  /** Null where nobody has said it. */ isWeak: boolean | null;
};

/** What is known of what would be paid for. */
export type MeasureFacts = {
  fields: readonly string[];
  years: readonly { year: number; once: number; running: number }[];
  /** What it is paid from already, in words. */ funding: string;
  /** Several towns apply together. */ isJoint: boolean;
};

export type Judgement = { verdict: Verdict; reason: Message };
export type Case = { programme: ProgrammeFacts; town: TownFacts; measure: MeasureFacts; today: Day };
