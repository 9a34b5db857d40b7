/** An entry in a dossier: where it is, and why it stands there. In a draft the place may still be wrong. */
export type DossierItem = { entry: string; sentence: string };
export type Dossier = { title: string; introduction: string; items: DossierItem[] };

export type DossierFault =
  | 'missing'
  | 'too-long'
  | 'no-entry'
  | 'not-public'
  | 'twice'
  | 'sentence-missing'
  | 'no-items';

/** By the name of the field in its form. */
export type DossierFaults = Record<string, DossierFault>;

export const MOST_ITEMS = 40;
