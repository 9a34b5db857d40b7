import { fromBerlin } from '../../../../foundation/time/zone.ts';
import { readDate, readTime } from '../../import/border/dates.ts';
import type { EntryMessages, EntryView } from '../../web/index.ts';
import { textOf } from './desk-page.ts';

type When = { at?: Date; until?: Date };

const END_OF_DAY = '23:59';

/** From when and until when something is public, as people write it; or the fields with what is wrong. */
export const readWhen = (
  body: Record<string, unknown>,
  { faults }: EntryMessages,
): When | { fields: EntryView['when'] } => {
  const typed = {
    am: textOf(body.am).trim(),
    um: textOf(body.um).trim(),
    bis: textOf(body.bis).trim(),
    'bis-um': textOf(body['bis-um']).trim(),
  };
  const fields: EntryView['when'] = {
    am: { value: typed.am },
    um: { value: typed.um },
    bis: { value: typed.bis },
    'bis-um': { value: typed['bis-um'] },
  };
  let isWrong = false;
  const fail = (name: keyof typeof typed, error: string): undefined => {
    fields[name] = { value: typed[name], error };
    isWrong = true;
  };
  const instant = (dayName: 'am' | 'bis', timeName: 'um' | 'bis-um', otherwise: string): Date | undefined => {
    const date = readDate(typed[dayName]);
    const time = typed[timeName] === '' ? (date?.time ?? otherwise) : readTime(typed[timeName]);
    if (typed[dayName] !== '' && !date) return fail(dayName, faults['date-unreadable']);
    if (typed[dayName] === '' && typed[timeName] !== '') return fail(dayName, faults['date-unreadable']);
    if (time === undefined) return fail(timeName, faults['time-unreadable']);
    return date && fromBerlin(date.day, time);
  };
  const at = instant('am', 'um', '00:00');
  const until = instant('bis', 'bis-um', END_OF_DAY);
  return isWrong ? { fields } : { ...(at && { at }), ...(until && { until }) };
};
