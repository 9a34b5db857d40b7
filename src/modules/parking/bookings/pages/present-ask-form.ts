import { formatEuro, formatNumber } from '../../../../foundation/i18n/format.ts';
import type { Language } from '../../../../foundation/i18n/language.ts';
import { berlinDay, inBerlin } from '../../../../foundation/time/zone.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { instantOf, slotFrom } from '../../slot.ts';
import { parkingMessages } from '../../web/index.ts';
import { repetitions } from '../series.ts';
import { prices, stays, walks } from './read-wish.ts';

type Typed = Record<string, string>;

/** Good answers for who comes right now: today, at the next five minutes, two hours, the usual walk. */
export const firstAnswers = (now: Date): Typed => {
  const next = inBerlin(instantOf(slotFrom(now)));
  return {
    tag: berlinDay(instantOf(slotFrom(now))),
    zeit: `${String(next.hour).padStart(2, '0')}:${String(next.minute).padStart(2, '0')}`,
    dauer: '120',
    weg: '350',
    preis: 'egal',
    fahrzeug: 'car',
    wiederholen: 'nie',
  };
};

const FIRST_ANSWERS = ['', 'car', 'nie'];

/** The fields of a wish: those that everybody answers, and those that few need. */
export const askFields = (
  language: Language,
  typed: Typed,
  wrong: ReadonlySet<string>,
): { fields: FieldView[]; more: FieldView[]; isMoreOpen: boolean } => {
  const t = parkingMessages(language);
  const field = (
    name: string,
    control: FieldView['control'],
    label: string,
    more: Partial<FieldView> = {},
  ): FieldView => ({
    name,
    control,
    label,
    value: typed[name] ?? '',
    error: wrong.has(name) ? t.refusals.faulty : undefined,
    ...more,
  });
  const number = (text: string) => formatNumber(language, Number(text));
  const priceLabel = (value: string): string => {
    if (value === 'egal') return t.anyPrice;
    return value === '0' ? t.free : t.perHour(formatEuro(language, Number(value)));
  };
  const more = [
    field('fahrzeug', 'radios', t.vehicle, {
      choices: (['small', 'car', 'van'] as const).map((value) => ({ value, label: t.vehicles[value] })),
    }),
    ...(['stufenlos', 'ueberdacht', 'laden'] as const).map((name) => field(name, 'tick', t.needs[name])),
    ...(['neighbours', 'disabled', 'cargoBike'] as const).map((name) => field(name, 'tick', t.belongs[name])),
    field('kennzeichen', 'line', t.plate, { hint: t.plateHint }),
    field('wiederholen', 'select', t.repeat, {
      choices: repetitions.map((value) => ({ value, label: t.repetitions[value] })),
    }),
    field('bis', 'line', t.until, { isDay: true }),
    field('andere', 'tick', t.forOthers, { hint: t.forOthersHint }),
  ];
  return {
    fields: [
      field('tag', 'line', t.day, { isDay: true }),
      field('zeit', 'line', t.time, { hint: t.timeHint }),
      field('dauer', 'select', t.stay, { choices: stays.map((value) => ({ value, label: t.stays[value] })) }),
      field('weg', 'select', t.walk, {
        choices: walks.map((value) => ({ value, label: t.metres(number(value)) })),
      }),
      field('preis', 'select', t.price, {
        choices: prices.map((value) => ({ value, label: priceLabel(value) })),
      }),
    ],
    more,
    isMoreOpen: more.some(({ value, error }) => error !== undefined || !FIRST_ANSWERS.includes(value)),
  };
};
