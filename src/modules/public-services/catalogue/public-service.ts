import type { Message } from '../../../foundation/i18n/message.ts';
import type { LifeEvent } from './life-event.ts';

/** The federal key (LeiKa, FIM): 99 and twelve digits. */
export const isLeikaKey = (text: string): boolean => /^99[0-9]{12}$/.test(text);

/** The standard text modules of a service, a closed list. */
export const textKinds = [
  'summary',
  'description',
  'procedure',
  'evidence',
  'conditions',
  'cost',
  'deadline',
  'processingTime',
  'legalBasis',
  'forms',
  'hints',
  'furtherInformation',
  'legalRemedy',
  'competentAuthority',
  'contactPoint',
] as const;
export type TextKind = (typeof textKinds)[number];

export type TextModule = { kind: TextKind; language: string; text: string };

export type TrustLevel = 'low' | 'substantial' | 'high';

export type Channel =
  | { kind: 'online'; url: string; label?: string }
  | { kind: 'phone'; number: string }
  | { kind: 'counter' }
  | { kind: 'post' };

/** What a source says of a service; absent is unknown. */
export type ServiceFacts = {
  name: string;
  /** The name in other languages, by language tag. */ names: Record<string, string>;
  leikaKeys: string[];
  texts: TextModule[];
  /** Further words under which people look for it. */ keywords: string[];
  lifeEvents: LifeEvent[];
  channels: Channel[];
  forms: { url: string; label: string }[];
  trustLevel?: TrustLevel;
  /** `country`: a text of the federation, handed on by the unit that describes. */ reach: 'unit' | 'country';
  validFrom?: string;
  validTo?: string;
};

/** As much of it as a list shows. */
export type NamedFacts = Pick<ServiceFacts, 'name' | 'names' | 'leikaKeys' | 'reach'>;

/** The text of one kind in the asked language, else in German. */
export const textOf = (
  { texts }: Pick<ServiceFacts, 'texts'>,
  kind: TextKind,
  language: string,
): TextModule | undefined => {
  const all = texts.filter((one) => one.kind === kind);
  return all.find((one) => one.language === language) ?? all.find((one) => one.language === 'de') ?? all[0];
};

export const nameIn = ({ name, names }: Pick<ServiceFacts, 'name' | 'names'>, language: string): string =>
  names[language] ?? name;

/** One record that could not be taken over, and why. */
export type Rejection = { position: string; reason: Message };
