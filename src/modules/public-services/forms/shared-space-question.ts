import type { FormDefinition } from './form-definition.ts';

/** Invented for trying out: what a building authority may want to know before a space is shared. */
export const sharedSpaceQuestion: FormDefinition = {
  title: { de: 'Stellplatz teilen: Bauaufsicht fragen', en: 'Share a space: ask the building authority' },
  lead: {
    de: 'Die Bauaufsicht sagt Ihnen, ob Sie Ihren Stellplatz mit anderen teilen dürfen und was Sie beachten müssen.',
    en: 'The building authority tells you whether you may share your space with others and what to mind.',
  },
  needed: [
    {
      de: 'Die Baugenehmigung oder ihr Aktenzeichen, wenn Sie es haben',
      en: 'The building permit or its number, if you have it',
    },
    { de: 'Ein Foto oder ein Plan des Stellplatzes', en: 'A photo or plan of the space' },
  ],
  minutes: 8,
  promiseDays: 20,
  keptDays: 365,
  mailField: 'mail',
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      name: { type: 'string', minLength: 2, maxLength: 100 },
      mail: { type: 'string', maxLength: 254 },
      street: { type: 'string', maxLength: 100 },
      houseNumber: { type: 'string', maxLength: 20 },
      postcode: { type: 'string' },
      spaces: { type: 'integer', minimum: 1, maximum: 500 },
      fileNumber: { type: 'string', maxLength: 60 },
      when: { type: 'string', maxLength: 500 },
      isPaid: { type: 'boolean' },
      plan: { type: 'array' },
      isTrue: { type: 'boolean' },
    },
    required: ['name', 'street', 'houseNumber', 'postcode', 'spaces', 'when', 'isPaid', 'isTrue'],
  },
  steps: [
    {
      id: 'person',
      title: { de: 'Wer fragt', en: 'Who asks' },
      fields: [
        {
          name: 'name',
          kind: 'text',
          label: { de: 'Vorname und Nachname, oder Firma', en: 'First and last name, or firm' },
          autocomplete: 'name',
        },
        {
          name: 'mail',
          kind: 'mail',
          label: { de: 'E-Mail-Adresse für die Antwort', en: 'Mail address for the answer' },
          autocomplete: 'email',
        },
      ],
    },
    {
      id: 'space',
      title: { de: 'Der Stellplatz', en: 'The space' },
      fields: [
        { name: 'street', kind: 'text', label: { de: 'Straße', en: 'Street' } },
        { name: 'houseNumber', kind: 'houseNumber', label: { de: 'Hausnummer', en: 'House number' } },
        { name: 'postcode', kind: 'postcode', label: { de: 'Postleitzahl', en: 'Postcode' } },
        { name: 'spaces', kind: 'number', label: { de: 'Wie viele Stellplätze?', en: 'How many spaces?' } },
        {
          name: 'fileNumber',
          kind: 'text',
          label: { de: 'Aktenzeichen der Baugenehmigung', en: 'Number of the building permit' },
        },
      ],
    },
    {
      id: 'sharing',
      title: { de: 'Das Teilen', en: 'The sharing' },
      fields: [
        {
          name: 'when',
          kind: 'longText',
          label: {
            de: 'Wann und mit wem wollen Sie teilen?',
            en: 'When and with whom do you want to share?',
          },
          hint: {
            de: 'Zum Beispiel: werktags von 18 bis 7 Uhr, mit allen',
            en: 'For example: on weekdays from 18:00 to 7:00, with everybody',
          },
        },
        {
          name: 'isPaid',
          kind: 'yesNo',
          label: { de: 'Nehmen Sie Geld dafür?', en: 'Do you take money for it?' },
        },
      ],
    },
    {
      id: 'plan',
      title: { de: 'Foto oder Plan', en: 'Photo or plan' },
      fields: [
        { name: 'plan', kind: 'upload', most: 3, label: { de: 'Foto oder Plan', en: 'Photo or plan' } },
      ],
    },
    {
      id: 'end',
      title: { de: 'Zum Schluss', en: 'Finally' },
      fields: [
        {
          name: 'isTrue',
          kind: 'declaration',
          label: { de: 'Was ich angegeben habe, stimmt.', en: 'What I have stated is true.' },
        },
      ],
    },
  ],
};
