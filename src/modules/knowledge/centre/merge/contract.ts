/** Why two entries are not merged. */
export type MergeRefusal =
  | 'unknown'
  | 'same'
  | 'other-kind'
  | 'stands-already'
  | 'is-chief'
  | 'chief-points'
  | 'sentence-missing'
  | 'sentence-too-long';
