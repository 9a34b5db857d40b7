import type { NumericFeature, WordFeature } from '../../contract.ts';

/** A reason with its figures already written as people read them. */
export type NumberReason = {
  feature: NumericFeature;
  likeness: 'same' | 'near' | 'different';
  own: string;
  other: string;
  /** The other has more, or is farther away. */ isMore: boolean;
  isOwnZero: boolean;
  isOtherZero: boolean;
};

export type WordReason = { feature: WordFeature; likeness: 'same' | 'near' | 'different'; word: string };
