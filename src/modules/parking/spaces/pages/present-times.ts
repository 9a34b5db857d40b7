import { formatDay } from '../../../../foundation/i18n/format.ts';
import type { Language } from '../../../../foundation/i18n/language.ts';
import { fromBerlin } from '../../../../foundation/time/zone.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { type SpaceMessages, spaceMessages } from '../../web/index.ts';
import type { Window } from '../open-times.ts';
import type { SpaceFaults } from '../read-space.ts';
import { windowKinds } from '../read-window.ts';

type Typed = Record<string, string>;
type Shown = { typed: Typed; faults: SpaceFaults };

const fieldsOf = (t: SpaceMessages, { typed, faults }: Shown) => {
  const field = (
    name: string,
    control: FieldView['control'],
    label: string,
    more: Partial<FieldView> = {},
  ): FieldView => {
    const fault = faults[name];
    return { name, control, label, value: typed[name] ?? '', error: fault && t.faults[fault], ...more };
  };
  const choices = (values: readonly string[], words: Record<string, string>) => ({
    choices: values.map((value) => ({ value, label: words[value] ?? value })),
  });
  return { field, choices };
};

/** Days of the week, hours, school holidays. */
export const weekFields = (t: SpaceMessages, shown: Shown): FieldView[] => {
  const { field, choices } = fieldsOf(t, shown);
  return [
    ...t.weekdays.map((label, at) => field(`tag${at + 1}`, 'tick', label)),
    field('von', 'line', t.fields.von),
    field('bis', 'line', t.fields.bis, { hint: t.hints.bis }),
    field('ferien', 'radios', t.fields.ferien, choices(['any', 'only', 'never'], t.holidays)),
  ];
};

/** Further times of a space, and exceptions. */
export const timesFields = (t: SpaceMessages, shown: Shown): FieldView[] => {
  const { field, choices } = fieldsOf(t, shown);
  return [
    field('art', 'radios', t.edit.kind, choices(windowKinds, t.edit.kinds)),
    field('ab', 'line', t.edit.fromDay, { isDay: true }),
    field('letzter', 'line', t.edit.toDay, { isDay: true }),
    ...weekFields(t, shown),
  ];
};

export const firstTimes: Typed = { art: 'woche', von: '0:00', bis: '24:00', ferien: 'any' };

const clock = (minute: number): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;

/** "Montag, Dienstag: 17:00 bis 7:00 Uhr am nächsten Tag" */
export const timesText = (language: Language, window: Window, now: Date): string => {
  const t = spaceMessages(language);
  const { weekdays, fromDay, toDay, fromMinute, toMinute, holidays, isOpen } = window;
  const day = (text: string) => formatDay(language, fromBerlin(text, '12:00'), now);
  const days = weekdays.length === 0 ? t.edit.always : weekdays.map((one) => t.weekdays[one - 1]).join(', ');
  const span =
    fromDay && toDay
      ? fromDay === toDay
        ? day(fromDay)
        : t.edit.span(day(fromDay), day(toDay))
      : fromDay
        ? t.edit.since(day(fromDay))
        : toDay && t.edit.until(day(toDay));
  const isSingle = weekdays.length === 0 && span !== undefined;
  const when = [isSingle ? undefined : days, span, holidays === 'any' ? undefined : t.holidays[holidays]];
  const isWhole = fromMinute === 0 && toMinute === 1440;
  const hours = isWhole
    ? t.edit.whole
    : t.edit[toMinute <= fromMinute ? 'overnight' : 'hours'](clock(fromMinute), clock(toMinute));
  return t.edit[isOpen ? 'open' : 'shut'](when.filter(Boolean).join(', '), hours);
};
