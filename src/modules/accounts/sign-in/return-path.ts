const HOUSE = 'https://house.invalid';

/** Where to go after signing in: only ever a path of this house, else the account page. */
export const safeReturnPath = (wanted: string | undefined, otherwise: string): string => {
  // Browsers read "\" as "/" and skip tabs and line breaks, so that "/\t/evil" would leave the house.
  if (!wanted || wanted.length > 2000 || !/^\/(?![/\\])/.test(wanted) || /[\\\p{Cc}]/u.test(wanted))
    return otherwise;
  if (!URL.canParse(wanted, HOUSE)) return otherwise;
  const { origin, pathname, search } = new URL(wanted, HOUSE);
  return origin === HOUSE && !pathname.startsWith('//') ? pathname + search : otherwise;
};
