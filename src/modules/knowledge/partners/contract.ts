export const partnerKinds = ['firm', 'research', 'club', 'administration'] as const;
export type PartnerKind = (typeof partnerKinds)[number];

/** Why a text is refused: a description helps to choose, an advertisement does not. */
export type AdvertisingFault =
  | 'too-long'
  | 'superlative'
  | 'price'
  | 'phone'
  | 'link'
  | 'repeated'
  | 'shouting';

export type PartnerPart = 'kind' | 'offers' | 'needs' | 'fields';
export type PartnerFault =
  | { fault: 'missing' | 'no-choice' }
  /** With what was found. */
  | { fault: AdvertisingFault; found: string };

export type ReferenceState = 'confirmed' | 'waiting' | 'not-named' | 'refused';
export type ReferenceRefusal = 'no-entry' | 'own-entry' | 'too-many';
