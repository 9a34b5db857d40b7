import * as v from 'valibot';

const MailSchema = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(254), v.email());

/** One spelling for each address, or none where it cannot be one. */
export const normalisedMail = (typed: unknown): string | undefined => {
  const parsed = v.safeParse(MailSchema, typed);
  return parsed.success ? parsed.output : undefined;
};
