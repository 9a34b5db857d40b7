import { formatDate, formatNumber } from '../../../../../foundation/i18n/format.ts';
import type { Language } from '../../../../../foundation/i18n/language.ts';
import type { FieldView } from '../../../../../foundation/ui/Control.tsx';
import type { Municipality } from '../../../../municipalities/index.ts';
import { DRIVING, layoutOf } from '../../../simulator/town/town.ts';
import type { ForecastMessages, ForecastView } from '../../../web/index.ts';
import type { Assumed } from '../assume.ts';
import type { KnownSpaces } from '../known-store.ts';
import { type Question, type QuestionKey, questionFields, questionKeys, townOf } from '../question.ts';

type Setting = { language: Language; t: ForecastMessages };

type Facts = { question: Question; assumed: Assumed; known: KnownSpaces; unit: Municipality | undefined };

const PERCENT = new Set<QuestionKey>(['peakPercent', 'ownersPercent', 'driversPercent', 'inducedPercent']);

/** Each input with its value and what it rests on, those first that can be changed. */
export const presentInputs = (
  { language, t }: Setting,
  { question, assumed, known, unit }: Facts,
): ForecastView['inputs'] => {
  const number = (value: number) => formatNumber(language, value);
  const knownBasis = t.bases.known(
    known.sources.join(', '),
    known.readAt ? formatDate(language, known.readAt) : t.bases.unknown,
  );
  const basisOf = (key: QuestionKey): string => {
    if (question[key] !== assumed.question[key]) return t.bases.typed;
    if (key === 'kerbSpaces') return assumed.kerb === 'known' ? knownBasis : t.bases[assumed.kerb];
    return key === 'privateSpaces' ? t.bases.density : t.bases.assumed;
  };
  const row = (key: keyof ForecastMessages['inputNames'], value: string, basis: string) => ({
    key,
    cells: [t.inputNames[key], value, basis],
  });
  const { residents } = layoutOf(townOf(question));
  return [
    ...questionKeys.map((key) =>
      row(key, PERCENT.has(key) ? t.percent(number(question[key])) : number(question[key]), basisOf(key)),
    ),
    ...(unit?.population
      ? [
          row(
            'population',
            number(unit.population),
            t.bases.register(`${unit.source}, ${formatDate(language, new Date(unit.sourceDate))}`),
          ),
        ]
      : []),
    ...(known.offStreet > 0 ? [row('offStreet', t.values.notUsed(number(known.offStreet)), knownBasis)] : []),
    row('speed', t.values.speed(number(DRIVING.kilometresAnHour)), t.bases.study),
    row('patience', t.minutes(number(DRIVING.patienceMinutes)), t.bases.calibrated),
    row('stays', t.values.stays, t.bases.study),
    row('walk', t.values.walk, t.bases.study),
    row('lead', t.values.lead, t.bases.study),
    row('residents', t.values.residents(number(residents)), t.bases.calibrated),
  ];
};

export const questionForm = (
  { language, t }: Setting,
  typed: Record<string, string>,
  question: Question,
  faults: readonly QuestionKey[],
): FieldView[] =>
  questionKeys.map((key) => {
    const { name, least, most } = questionFields[key];
    return {
      name,
      control: 'line',
      label: t.fields[key],
      value: typed[name] ?? String(question[key]),
      inputMode: 'numeric',
      error: faults.includes(key)
        ? t.fault(formatNumber(language, least), formatNumber(language, most))
        : undefined,
    };
  });
