/** Name and text of each field, in the order of the form; a name may come more than once. */
export type KeptFields = [name: string, text: string][];

export type KeptForm = { id: string; path: string; fields: KeptFields; keptAt: Date };

const HOUR = 3_600_000;
const KEPT_HOURS = 12;

export const endOfKeeping = (keptAt: Date): Date => new Date(keptAt.getTime() + KEPT_HOURS * HOUR);

/** A session that ended longer ago is nobody's any more: whoever sits there now may be somebody else. */
export const endedTooLongAgo = (now: Date): Date => new Date(now.getTime() - KEPT_HOURS * HOUR);

// English and German, as whole names or parts of them.
const SECRET = /passwor[dt]|kennwort|^(current|next|code|pin|tan)$|secret|token/i;

const clean = (text: string): string => text.replaceAll('\0', '');

/** What may be kept of a form as it was sent; nothing where only secrets were typed. */
export const keepableFields = (body: string): KeptFields =>
  [...new URLSearchParams(body)]
    .filter(([name]) => !SECRET.test(name))
    // A NUL character is the one that PostgreSQL's JSON cannot hold.
    .map(([name, text]) => [clean(name), clean(text)]);
