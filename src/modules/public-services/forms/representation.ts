import type { Message } from '../../../foundation/i18n/message.ts';
import type { ActingFor, Answers, Condition, FormDefinition, LayoutField, Step } from './form-definition.ts';

// Parents speak for a child together (§ 1629 BGB), a guardian by appointment (§ 1789 BGB), a legal carer within the
// order of the court (§ 1823 BGB), a board for a club (§ 26 BGB), managers for a firm (§ 35 GmbHG). Everybody else shows
// a written power of attorney when the office asks for it (§ 14 (1) VwVfG).

const KINDS: Record<ActingFor, Message> = {
  self: { de: 'Für mich selbst', en: 'For myself' },
  child: { de: 'Für ein minderjähriges Kind', en: 'For a child under 18' },
  parent: { de: 'Für meine Mutter oder meinen Vater', en: 'For my mother or father' },
  firm: { de: 'Für eine Firma', en: 'For a firm' },
  club: { de: 'Für einen Verein', en: 'For a club' },
};

const POWER = { value: 'powerOfAttorney', label: { de: 'Mit einer Vollmacht', en: 'By power of attorney' } };
const AUTHORITY: Message = {
  de: 'Warum dürfen Sie für sie oder ihn handeln?',
  en: 'Why may you act for her or him?',
};

type Question = {
  field: LayoutField;
  schema: Record<string, unknown>;
  isOptional?: boolean;
  /** Asked where somebody acts for one of these. */ of: ActingFor[];
};

const OTHERS: ActingFor[] = ['child', 'parent', 'firm', 'club'];
const NAME = { type: 'string', minLength: 2, maxLength: 200 };

const REPRESENTED: Question[] = [
  {
    of: OTHERS,
    schema: NAME,
    field: {
      name: 'representedName',
      kind: 'text',
      label: { de: 'Für wen: voller Name', en: 'For whom: full name' },
    },
  },
  {
    of: ['child'],
    schema: { type: 'string' },
    field: {
      name: 'representedBirthDate',
      kind: 'date',
      label: { de: 'Geburtstag des Kindes', en: 'Date of birth of the child' },
      hint: { de: 'Zum Beispiel 3. März 2019', en: 'For example 3 March 2019' },
    },
  },
  {
    of: ['firm', 'club'],
    isOptional: true,
    schema: { type: 'string', maxLength: 60 },
    field: {
      name: 'registerNumber',
      kind: 'text',
      label: {
        de: 'Nummer im Handels- oder Vereinsregister',
        en: 'Number in the commercial or club register',
      },
      hint: { de: 'Zum Beispiel VR 1234, Amtsgericht Kiel', en: 'For example VR 1234, court of Kiel' },
    },
  },
  {
    of: OTHERS,
    schema: NAME,
    field: {
      name: 'actingName',
      kind: 'text',
      label: { de: 'Wer handelt: Ihr voller Name', en: 'Who acts: your full name' },
      autocomplete: 'name',
    },
  },
  {
    of: ['child'],
    schema: { type: 'string' },
    field: {
      name: 'authorityForChild',
      kind: 'choice',
      label: { de: 'Warum dürfen Sie für das Kind handeln?', en: 'Why may you act for the child?' },
      choices: [
        { value: 'custody', label: { de: 'Ich habe das Sorgerecht', en: 'I have custody' } },
        {
          value: 'guardian',
          label: { de: 'Ich bin Vormund oder Pfleger', en: 'I am the guardian by appointment' },
        },
      ],
    },
  },
  {
    of: ['parent'],
    schema: { type: 'string' },
    field: {
      name: 'authorityForParent',
      kind: 'choice',
      label: AUTHORITY,
      choices: [
        POWER,
        {
          value: 'legalCarer',
          label: {
            de: 'Das Gericht hat mich als Betreuung bestellt',
            en: 'A court appointed me as legal carer',
          },
        },
      ],
    },
  },
  {
    of: ['firm', 'club'],
    schema: { type: 'string' },
    field: {
      name: 'authorityForBody',
      kind: 'choice',
      label: {
        de: 'Warum dürfen Sie für die Firma oder den Verein handeln?',
        en: 'Why may you act for the firm or club?',
      },
      choices: [
        { value: 'board', label: { de: 'Ich gehöre zu Vorstand oder Leitung', en: 'I belong to its board' } },
        POWER,
      ],
    },
  },
];

const EVIDENCE: LayoutField[] = [
  {
    name: 'authorityEvidence',
    kind: 'choice',
    label: { de: 'Wie zeigen Sie die Vollmacht?', en: 'How do you show the power of attorney?' },
    choices: [
      { value: 'upload', label: { de: 'Ich lade sie hier hoch', en: 'I upload it here' } },
      {
        value: 'onRequest',
        label: {
          de: 'Ich habe sie schriftlich und zeige sie, wenn das Rathaus fragt',
          en: 'I have it in writing and show it when the town hall asks',
        },
      },
    ],
  },
];
const EVIDENCE_FILE: LayoutField = {
  name: 'authorityFile',
  kind: 'upload',
  most: 2,
  label: { de: 'Vollmacht oder Urkunde', en: 'Power of attorney or certificate' },
};

const anyOf = (field: string, values: string[]): Condition => ({
  any: values.map((equals) => ({ field, equals })),
});

/** Pages that stand before the form's own. Only kinds that the form allows are spoken of: nothing looks at what is never asked. */
const pagesFor = (kinds: ActingFor[]): { steps: Step[]; questions: Question[] } => {
  const questions = REPRESENTED.flatMap((question) => {
    const of = question.of.filter((kind) => kinds.includes(kind));
    return of.length === 0
      ? []
      : [{ ...question, field: { ...question.field, when: anyOf('actingFor', of) } }];
  });
  const proven: Condition[] = [
    ...(kinds.includes('child') ? [anyOf('authorityForChild', ['guardian'])] : []),
    ...(kinds.includes('parent') ? [anyOf('actingFor', ['parent'])] : []),
    ...(kinds.includes('firm') || kinds.includes('club')
      ? [anyOf('authorityForBody', ['powerOfAttorney'])]
      : []),
  ];
  const whom: LayoutField = {
    name: 'actingFor',
    kind: 'choice',
    label: { de: 'Für wen stellen Sie den Antrag?', en: 'For whom do you make this application?' },
    choices: kinds.map((value) => ({ value, label: KINDS[value] })),
  };
  const steps: Step[] = [
    { id: 'actingFor', title: { de: 'Für wen', en: 'For whom' }, fields: [whom] },
    {
      id: 'represented',
      title: { de: 'Wen Sie vertreten', en: 'Whom you act for' },
      fields: questions.map(({ field }) => field),
    },
    {
      id: 'authority',
      title: { de: 'Vollmacht oder Urkunde', en: 'Power of attorney' },
      when: { any: proven },
      fields: EVIDENCE,
    },
    {
      id: 'authorityFile',
      title: { de: 'Vollmacht hochladen', en: 'Upload the power of attorney' },
      when: anyOf('authorityEvidence', ['upload']),
      fields: [EVIDENCE_FILE],
    },
  ];
  return { steps, questions };
};

/**
 * The form as it is asked of somebody: with the pages about whom they act for. As long as nobody says that the form is
 * about themself, its fields are about somebody else, and nothing of the person who sits there may be filled in.
 */
export const asAsked = (definition: FormDefinition, answers: Answers): FormDefinition => {
  const { actingFor, schema, mailField } = definition;
  if (!actingFor) return definition;
  const { steps, questions } = pagesFor(actingFor);
  const isSelf = answers.actingFor === 'self';
  const impersonal = ({ autocomplete, ...field }: LayoutField): LayoutField =>
    autocomplete !== undefined && (isSelf || field.name === mailField) ? { ...field, autocomplete } : field;
  const required = questions.filter(({ isOptional }) => !isOptional).map(({ field }) => field.name);
  return {
    ...definition,
    schema: {
      ...schema,
      properties: {
        actingFor: { type: 'string' },
        ...Object.fromEntries(questions.map(({ field, schema: one }) => [field.name, one])),
        authorityEvidence: { type: 'string' },
        authorityFile: { type: 'array' },
        ...schema.properties,
      },
      required: ['actingFor', ...required, 'authorityEvidence', 'authorityFile', ...(schema.required ?? [])],
    },
    steps: [...steps, ...definition.steps.map((step) => ({ ...step, fields: step.fields.map(impersonal) }))],
  };
};

/** Whom somebody acts for; undefined: for themself, or the form does not ask. */
export const actsFor = ({ actingFor }: Answers): Exclude<ActingFor, 'self'> | undefined =>
  OTHERS.find((kind): kind is Exclude<ActingFor, 'self'> => kind === actingFor);
