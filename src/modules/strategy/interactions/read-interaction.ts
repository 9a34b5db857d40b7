import { textIn } from '../../../foundation/text/typed-text.ts';
import {
  type Interaction,
  interactionKinds,
  keyOf,
  type NodeName,
  nodeOf,
  type Strength,
} from './interaction.ts';

export type InteractionFault =
  | 'no-node'
  | 'same-node'
  | 'no-kind'
  | 'no-strength'
  | 'no-delay'
  | 'no-reason'
  | 'too-long';
export type InteractionFaults = Partial<Record<string, InteractionFault>>;

type Read = Omit<Interaction, 'id' | 'contested'>;

const LONGEST_DELAY = 240;

/** What was typed into the form of an interaction; each end must be one that there is. */
export const readInteraction = (
  typed: Record<string, string>,
  nodes: readonly NodeName[],
): { read: Read } | { faults: InteractionFaults } => {
  const known = new Set(nodes.map(keyOf));
  const end = (name: string) => (known.has(typed[name] ?? '') ? nodeOf(typed[name] ?? '') : undefined);
  const [from, to] = [end('from'), end('to')];
  const kind = interactionKinds.find((one) => one === typed.kind);
  const strength = /^[123]$/.test(typed.strength ?? '') ? (Number(typed.strength) as Strength) : undefined;
  const delayText = textIn(typed, 'delay') || '0';
  const delay = /^\d{1,3}$/.test(delayText) ? Number(delayText) : LONGEST_DELAY + 1;
  const [reason, source] = [textIn(typed, 'reason'), textIn(typed, 'source')];
  const faults: InteractionFaults = {
    ...(!from && { from: 'no-node' }),
    ...(!to && { to: 'no-node' }),
    ...(from && to && keyOf(from) === keyOf(to) && { to: 'same-node' }),
    ...(!kind && { kind: 'no-kind' }),
    ...(!strength && { strength: 'no-strength' }),
    ...(delay > LONGEST_DELAY && { delay: 'no-delay' }),
    ...(reason === '' && { reason: 'no-reason' }),
    ...(reason.length > 2000 && { reason: 'too-long' }),
    ...(source.length > 500 && { source: 'too-long' }),
  };
  if (!from || !to || !kind || !strength || Object.keys(faults).length > 0) return { faults };
  return { read: { from, to, kind, strength, delay, reason, source } };
};
