/** What was typed into a field of some lines: with the line ends of this house, without blanks around it. */
export const textIn = (typed: Readonly<Record<string, string>>, name: string): string =>
  (typed[name] ?? '').replaceAll('\r\n', '\n').trim();

/** The revision that a form was opened with; what is none matches no stored one. */
export const revisionIn = ({ revision = '' }: Readonly<Record<string, string>>): number =>
  /^\d{1,9}$/.test(revision) ? Number(revision) : -1;

/** What was typed for one of many on a page, whose fields carry its id behind their names. */
export const ofOne = (typed: Readonly<Record<string, string>>, id: string): Record<string, string> =>
  Object.fromEntries(Object.entries(typed).map(([name, value]) => [name.replace(`-${id}`, ''), value]));
