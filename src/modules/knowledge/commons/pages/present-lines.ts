import { formatDate, formatNumber } from '../../../../foundation/i18n/format.ts';
import type { Language } from '../../../../foundation/i18n/language.ts';
import type { CommonsLineView, CommonsMessages } from '../../web/index.ts';
import type { CommonsLine } from '../commons-store.ts';

export type Words = { language: Language; t: CommonsMessages };

/** One line in words; where it may be taken back, with the address for it. */
export const lineView = (
  { language, t }: Words,
  line: CommonsLine,
  takeBack?: (id: string) => string,
): CommonsLineView => {
  const { kind, corrects, is_corrected } = line;
  const amount = formatNumber(language, line.amount);
  const notes = [
    ...(corrects === null ? [] : [t.takesBack]),
    ...(is_corrected ? [t.takenBack] : []),
    ...(line.demonstration ? [t.demonstration] : []),
  ];
  const what = line.what === '' ? t.notPublic : line.what;
  return {
    id: line.id,
    day: formatDate(language, line.entered_at),
    side: t.sides[line.side],
    kind: t.kinds[kind],
    amount: kind === 'adviceHours' ? t.hours(amount) : amount,
    what: notes.length === 0 ? what : `${what} (${notes.join(', ')})`,
    with: line.with_name === '' ? t.someone : line.with_name,
    takeBack: corrects === null && !is_corrected ? takeBack?.(line.id) : undefined,
  };
};
