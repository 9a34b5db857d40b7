import type { Typed } from '../../check-answers.ts';
import type { FormDefinition } from '../../form-definition.ts';
import { conditionChoices } from '../condition-choice.ts';
import { findQuestion } from '../question.ts';
import { autocompletes, kindsFor } from '../read-question.ts';
import { conditionGroup, type Groups, makers, numberText, type Shown, yes } from './edit-fields.ts';
import { typedCondition, type Words } from './present-condition.ts';

export type QuestionPlace = { stepId: string; name?: string | undefined; group?: string | undefined };

const placeOf = ({ stepId, name }: QuestionPlace) =>
  name === undefined ? { onNewOf: stepId } : { before: name };

export const typedQuestion = (definition: FormDefinition, place: QuestionPlace): Typed => {
  const { name, group } = place;
  const known = name === undefined ? undefined : findQuestion(definition, name, group);
  if (!known) return { art: 'text', pflicht: 'ja' };
  const { field, isRequired, least, most, isWhole } = known;
  const choices = field.choices?.map(({ label: { de, en } }) => (de === en ? de : `${de} | ${en}`));
  return {
    art: field.kind,
    frageDe: field.label.de,
    frageEn: field.label.en,
    hinweisDe: field.hint?.de ?? '',
    hinweisEn: field.hint?.en ?? '',
    pflicht: yes(isRequired),
    antworten: choices?.join('\n') ?? '',
    mindestens: numberText(least),
    hoechstens: numberText(most ?? (field.kind === 'group' ? field.most : undefined)),
    ganzzahlig: yes(isWhole ?? false),
    vorausfuellen: field.autocomplete ?? '',
    ...(group === undefined && typedCondition(field.when, conditionChoices(definition, placeOf(place)))),
  };
};

export const questionGroups = (
  definition: FormDefinition,
  place: QuestionPlace,
  words: Words,
  shown: Shown,
): Groups => {
  const { t } = words;
  const own = t.question;
  const { line, area, select, tick, both } = makers(words, shown);
  const kinds = kindsFor(place).map((value) => ({ value, label: own.kinds[value] }));
  const prefills = autocompletes.map((value) => ({ value, label: own.prefills[value] }));
  const isInner = place.group !== undefined;
  const when =
    place.name === undefined ? undefined : findQuestion(definition, place.name, place.group)?.field.when;
  return [
    {
      fields: [
        select('art', own.kind, { choices: kinds }),
        ...both('frage', own.label),
        ...both('hinweis', own.hint),
        ...(isInner ? [] : [tick('pflicht', own.required)]),
        area('antworten', own.choices, { hint: own.choicesHint }),
      ],
    },
    ...(isInner
      ? []
      : [
          {
            legend: own.limits,
            lead: own.limitsLead,
            fields: [
              line('mindestens', own.least, { inputMode: 'decimal' }),
              line('hoechstens', own.most, { inputMode: 'decimal' }),
              tick('ganzzahlig', own.whole),
            ],
          },
          {
            fields: [
              select('vorausfuellen', own.prefill, {
                choices: prefills,
                empty: own.noPrefill,
              }),
            ],
          },
          ...conditionGroup(definition, placeOf(place), when, words, shown),
        ]),
  ];
};
