import { createHash } from 'node:crypto';
import type { Language } from '../../../../foundation/i18n/language.ts';
import { askedOf, holds } from '../../forms/condition.ts';
import type { Answers, FormDefinition, SecondSigner } from '../../forms/form-definition.ts';

/** A signature in text form (§ 126b BGB): who, when, and, by its hash, exactly what. */
export type Signature = { name: string; at: string };

/** Who vouches that somebody acts for a firm or club: its town, which entered it, and the role that they hold in it. */
export type ProvenMembership = { name: string; town: string };

/** Sealed as one, beside the answers. */
export type Signing = {
  /** Found anew when it is sent. */ member?: ProvenMembership;
  /** Who was signed in when the first signature was given. */ personId?: string;
  first?: Signature & { contents: string; language: Language };
  second?: Signature;
  /** Why the second person did not sign, in own words. */ declined?: { reason: string; at: string };
  /** Where the link is mailed to. */ mailTo?: string;
};

/** What is handed on of it: who vouches, and who signed when. The rest stays between the two. */
export const signaturesOf = ({ member, first, second }: Signing) => {
  const one = (role: string, given: Signature | undefined) =>
    given ? [{ role, name: given.name, signedAt: given.at }] : [];
  return {
    confirmedMember: member ?? null,
    signatures: [...one('applicant', first), ...one('secondSigner', second)],
  };
};

/** Whose second signature it takes with these answers; undefined: nobody's. */
export const secondSignerOf = (definition: FormDefinition, answers: Answers): SecondSigner | undefined => {
  const { secondSigner } = definition;
  return secondSigner && holds(secondSigner.when, askedOf(definition, answers).answers)
    ? secondSigner
    : undefined;
};

/** How the first signature is named: as who acts, else as the form knows the applicant; empty where neither is asked. */
export const signerName = ({ steps }: Pick<FormDefinition, 'steps'>, answers: Answers): string => {
  const field = steps
    .flatMap(({ fields }) => fields)
    .find(({ autocomplete, name }) => autocomplete === 'name' && answers[name] !== undefined);
  return String(answers[field?.name ?? ''] ?? '');
};

/** What was signed, to the letter: version of the form, answers in one order, files of its fields. */
export const contentsHash = (
  { id, formId, formVersion }: { id: string; formId: string; formVersion: number },
  answers: Answers,
  files: { id: string; field: string }[],
): string => {
  const sorted = Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1));
  const enclosed = files.filter(({ field }) => field !== '').map((file) => file.id);
  return createHash('sha256')
    .update(JSON.stringify([id, formId, formVersion, sorted, enclosed.sort()]))
    .digest('hex');
};
