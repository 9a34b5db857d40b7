export const sides = ['given', 'taken'] as const;
export type Side = (typeof sides)[number];

/** What is counted in pieces and entered by hand; hours of advice come from closed questions. */
export const pieceKinds = ['text', 'translation', 'form', 'check'] as const;
export type PieceKind = (typeof pieceKinds)[number];
export type CommonsKind = PieceKind | 'adviceHours';

export type LinePart = 'side' | 'kind' | 'amount' | 'what' | 'with';
export type LineFault = 'no-choice' | 'no-number' | 'missing' | 'too-long';
