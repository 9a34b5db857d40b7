import type { Typed } from '../../check-answers.ts';
import { actingKinds, type Condition, type FormDefinition, trustLevels } from '../../form-definition.ts';
import { type ConditionChoice, chosenOf, conditionChoices, KEPT } from '../condition-choice.ts';
import { feeRowsOf } from '../read-fees.ts';
import { fieldsOfKind } from '../read-general.ts';
import { conditionGroup, type Groups, isKept, makers, type Shown, yes } from './edit-fields.ts';
import { conditionFields, typedCondition, type Words } from './present-condition.ts';

const linesOf = (when: Condition | undefined, choices: ConditionChoice[]): number =>
  chosenOf(when, choices)?.keys.length ?? 0;

/** Where a page has one line for a condition, one with several lines stays as it is. */
const typedLine = (when: Condition | undefined, choices: ConditionChoice[], suffix: string): Typed =>
  linesOf(when, choices) > 1 ? { [`wenn${suffix}1`]: KEPT } : typedCondition(when, choices, suffix);

const lineField = (
  when: Condition | undefined,
  choices: ConditionChoice[],
  words: Words,
  stateOf: Parameters<typeof conditionFields>[2],
  suffix: string,
) => {
  const kept = isKept(when, choices) || linesOf(when, choices) > 1;
  return conditionFields(choices, words, stateOf, { isKept: kept, suffix, count: 1 });
};

export const typedGeneral = (
  definition: FormDefinition,
  serviceKey: string | null,
  isDemonstration: boolean,
): Typed => ({
  titelDe: definition.title.de,
  titelEn: definition.title.en,
  textDe: definition.lead.de,
  textEn: definition.lead.en,
  bereitDe: definition.needed.map(({ de }) => de).join('\n'),
  bereitEn: definition.needed.map(({ en }) => en).join('\n'),
  minuten: String(definition.minutes),
  werktage: String(definition.promiseDays),
  aufbewahren: String(definition.keptDays),
  leistung: serviceKey ?? '',
  vertrauen: definition.trustLevel ?? '',
  nachricht: definition.mailField ?? '',
  tag: definition.dayField ?? '',
  beispiel: yes(isDemonstration),
});

export const generalGroups = (definition: FormDefinition, words: Words, shown: Shown): Groups => {
  const { language, t } = words;
  const { line, area, radios, tick, both } = makers(words, shown);
  const own = t.general;
  const fieldsOf = (kind: 'mail' | 'date') =>
    fieldsOfKind(definition, kind).map(({ name, label }) => ({ value: name, label: label[language] }));
  return [
    {
      fields: [
        ...both('titel', own.name),
        ...both('text', own.lead, area),
        ...both('bereit', own.needed, area, { de: own.neededHint, en: own.neededEnHint }),
        line('minuten', own.minutes, { inputMode: 'numeric' }),
        line('werktage', own.promise, { hint: own.promiseHint, inputMode: 'numeric' }),
        line('aufbewahren', own.kept, { hint: own.keptHint, inputMode: 'numeric' }),
        line('leistung', own.serviceKey, { hint: own.serviceKeyHint, inputMode: 'numeric' }),
        radios('vertrauen', own.level, {
          choices: (['', ...trustLevels] as const).map((value) => ({ value, label: own.levels[value] })),
        }),
        radios('nachricht', own.mail, { choices: [{ value: '', label: own.noMail }, ...fieldsOf('mail')] }),
        radios('tag', own.day, {
          hint: own.dayHint,
          choices: [{ value: '', label: own.noDay }, ...fieldsOf('date')],
        }),
        tick('beispiel', own.example),
      ],
    },
  ];
};

export const typedStep = (definition: FormDefinition, id: string | undefined): Typed => {
  const step = definition.steps.find((one) => one.id === id);
  if (!step) return {};
  return {
    titelDe: step.title.de,
    titelEn: step.title.en,
    textDe: step.lead?.de ?? '',
    textEn: step.lead?.en ?? '',
    ...typedCondition(step.when, conditionChoices(definition, { before: id })),
  };
};

export const stepGroups = (
  definition: FormDefinition,
  id: string | undefined,
  words: Words,
  shown: Shown,
): Groups => {
  const { area, both } = makers(words, shown);
  const own = words.t.step;
  const when = definition.steps.find((step) => step.id === id)?.when;
  return [
    { fields: [...both('titel', own.name), ...both('text', own.lead, area)] },
    ...conditionGroup(definition, { before: id }, when, words, shown),
  ];
};

export const typedFees = (definition: FormDefinition): Typed => {
  const { fees } = definition;
  const choices = conditionChoices(definition);
  return {
    gebuehr: fees === undefined ? 'unbekannt' : fees.length === 0 ? 'keine' : 'ja',
    ...Object.assign(
      {},
      ...(fees ?? []).map(({ label, cents, when }, at) => ({
        [`fuer${at}De`]: label.de,
        [`fuer${at}En`]: label.en,
        [`betrag${at}`]: (cents / 100).toFixed(2).replace('.', ','),
        ...typedLine(when, choices, `${at}-`),
      })),
    ),
  };
};

export const feeGroups = (definition: FormDefinition, words: Words, shown: Shown): Groups => {
  const own = words.t.fee;
  const { stateOf, line, radios, both } = makers(words, shown);
  const choices = conditionChoices(definition);
  return [
    {
      fields: [
        radios('gebuehr', own.says, {
          choices: [
            { value: 'unbekannt', label: own.unknown },
            { value: 'keine', label: own.none },
            { value: 'ja', label: own.some },
          ],
        }),
      ],
    },
    ...feeRowsOf(definition).map((fee, at) => ({
      legend: own.part(String(at + 1)),
      fields: [
        ...both(`fuer${at}`, own.label),
        line(`betrag${at}`, own.amount, { inputMode: 'decimal' }),
        ...lineField(fee?.when, choices, words, stateOf, `${at}-`),
      ],
    })),
  ];
};

export const typedSigning = (definition: FormDefinition): Typed => {
  const { actingFor = [], secondSigner } = definition;
  const choices = conditionChoices(definition);
  return {
    ...Object.fromEntries(actingFor.map((kind) => [`fuer-${kind}`, 'ja'])),
    weitereDe: secondSigner?.label.de ?? '',
    weitereEn: secondSigner?.label.en ?? '',
    erklaerungDe: secondSigner?.declaration.de ?? '',
    erklaerungEn: secondSigner?.declaration.en ?? '',
    ...typedLine(secondSigner?.when, choices, '-zweite-'),
  };
};

export const signingGroups = (definition: FormDefinition, words: Words, shown: Shown): Groups => {
  const own = words.t.signing;
  const { tick, both, area, stateOf } = makers(words, shown);
  const choices = conditionChoices(definition);
  const when = definition.secondSigner?.when;
  return [
    {
      legend: own.whom,
      lead: own.whomLead,
      fields: actingKinds.map((kind) => tick(`fuer-${kind}`, own.kinds[kind])),
    },
    {
      legend: own.second,
      lead: own.secondLead,
      fields: [
        ...both('weitere', own.label),
        ...both('erklaerung', own.declaration, area),
        ...lineField(when, choices, words, stateOf, '-zweite-'),
      ],
    },
  ];
};
