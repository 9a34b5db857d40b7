import { oneLine } from '../../../foundation/text/plain-text.ts';
import { type LineFault, type LinePart, type PieceKind, pieceKinds, type Side, sides } from './contract.ts';

export type NewLine = { side: Side; kind: PieceKind; amount: number; what: string; withName: string };
export type LineFaults = Partial<Record<LinePart, LineFault>>;

const LONGEST_WHAT = 200;
const LONGEST_NAME = 120;

const lengthFault = (text: string, longest: number): LineFault | undefined => {
  if (text === '') return 'missing';
  return text.length > longest ? 'too-long' : undefined;
};

/** A line as it was typed, or what is wrong with it. */
export const readLine = (typed: Record<string, string>): { line: NewLine } | { faults: LineFaults } => {
  const side = sides.find((one) => one === typed.seite);
  const kind = pieceKinds.find((one) => one === typed.art);
  const count = /^[1-9]\d{0,2}$/.exec(typed.anzahl?.trim() ?? '')?.[0];
  const what = oneLine(typed.was, 1000) ?? '';
  const withName = oneLine(typed.mit, 1000) ?? '';
  const found: [LinePart, LineFault | undefined][] = [
    ['side', side ? undefined : 'no-choice'],
    ['kind', kind ? undefined : 'no-choice'],
    ['amount', count ? undefined : 'no-number'],
    ['what', lengthFault(what, LONGEST_WHAT)],
    ['with', lengthFault(withName, LONGEST_NAME)],
  ];
  const faults = Object.fromEntries(found.filter(([, fault]) => fault !== undefined)) as LineFaults;
  if (Object.keys(faults).length > 0 || !side || !kind) return { faults };
  return { line: { side, kind, amount: Number(count), what, withName } };
};
