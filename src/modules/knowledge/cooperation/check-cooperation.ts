import { oneLine, plainText } from '../../../foundation/text/plain-text.ts';
import { fieldsOfAction } from '../library/contract.ts';
import {
  type CooperationFault,
  type CooperationKind,
  type CooperationPart,
  cooperationKinds,
} from './contract.ts';

export type NewCooperation = { kind: CooperationKind; field: string; title: string; text: string };
export type CooperationFaults = Partial<Record<CooperationPart, CooperationFault>>;

const LONGEST_TITLE = 120;
const LONGEST_TEXT = 1000;

const lengthFault = (text: string, longest: number): CooperationFault | undefined => {
  if (text === '') return 'missing';
  return text.length > longest ? 'too-long' : undefined;
};

/** A gap or a plan as it was typed, or what is wrong with it. */
export const readCooperation = (
  typed: Record<string, string>,
): { cooperation: NewCooperation } | { faults: CooperationFaults } => {
  const kind = cooperationKinds.find((one) => one === typed.art);
  const field = fieldsOfAction.find((one) => one === typed.feld);
  const title = oneLine(typed.titel, 1000) ?? '';
  const text = plainText(typed.text, 4 * LONGEST_TEXT) ?? '';
  const found: [CooperationPart, CooperationFault | undefined][] = [
    ['kind', kind ? undefined : 'no-choice'],
    ['field', field ? undefined : 'no-choice'],
    ['title', lengthFault(title, LONGEST_TITLE)],
    ['text', lengthFault(text, LONGEST_TEXT)],
  ];
  const faults = Object.fromEntries(found.filter(([, fault]) => fault !== undefined)) as CooperationFaults;
  if (Object.keys(faults).length > 0 || !kind || !field) return { faults };
  return { cooperation: { kind, field, title, text } };
};
