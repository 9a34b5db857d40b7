import type { FormDefinition } from './form-definition.ts';

/** Invented for trying out: a form for somebody else, with a second signature where parents decide together. */
export const holidayPass: FormDefinition = {
  title: { de: 'Ferienpass beantragen', en: 'Apply for a holiday pass' },
  lead: {
    de: 'Mit dem Ferienpass machen Kinder und junge Leute in den Ferien mit: im Schwimmbad, im Museum, auf Ausflügen.',
    en: 'With the holiday pass children and young people take part in the holidays: at the pool, the museum, on trips.',
  },
  needed: [
    { de: 'Name und Geburtstag des Kindes', en: 'Name and date of birth of the child' },
    {
      de: 'Bei gemeinsamem Sorgerecht: die andere Person, die über einen Link zustimmt',
      en: 'With joint custody: the other person, who agrees by a link',
    },
  ],
  minutes: 5,
  promiseDays: 5,
  keptDays: 90,
  mailField: 'mail',
  actingFor: ['self', 'child', 'club'],
  secondSigner: {
    label: { de: 'die andere Person mit Sorgerecht', en: 'the other person with custody' },
    declaration: {
      de: 'Ich habe das Sorgerecht für dieses Kind, habe alles gelesen und stimme dem Antrag zu.',
      en: 'I have custody of this child, have read everything and agree to the application.',
    },
    when: {
      all: [
        { field: 'actingFor', equals: 'child' },
        { field: 'isJointCustody', equals: true },
      ],
    },
  },
  fees: [],
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      name: { type: 'string', minLength: 2, maxLength: 100 },
      passes: { type: 'integer', minimum: 1, maximum: 50 },
      isJointCustody: { type: 'boolean' },
      swims: { type: 'boolean' },
      mail: { type: 'string', maxLength: 254 },
      isTrue: { type: 'boolean' },
    },
    required: ['name', 'passes', 'isJointCustody', 'swims', 'isTrue'],
  },
  steps: [
    {
      id: 'pass',
      title: { de: 'Der Ferienpass', en: 'The holiday pass' },
      fields: [
        {
          name: 'name',
          kind: 'text',
          label: { de: 'Vorname und Nachname', en: 'First and last name' },
          autocomplete: 'name',
          when: { field: 'actingFor', equals: 'self' },
        },
        {
          name: 'passes',
          kind: 'number',
          label: { de: 'Wie viele Pässe braucht der Verein?', en: 'How many passes does the club need?' },
          when: { field: 'actingFor', equals: 'club' },
        },
        {
          name: 'swims',
          kind: 'yesNo',
          label: { de: 'Soll das Schwimmbad dabei sein?', en: 'Shall the pool be included?' },
        },
        {
          name: 'isJointCustody',
          kind: 'yesNo',
          label: {
            de: 'Haben Sie das Sorgerecht gemeinsam mit einer anderen Person?',
            en: 'Do you have custody together with another person?',
          },
          when: { field: 'actingFor', equals: 'child' },
        },
        {
          name: 'mail',
          kind: 'mail',
          label: {
            de: 'E-Mail-Adresse für Nachrichten zu diesem Antrag',
            en: 'Mail address for news about this application',
          },
          autocomplete: 'email',
        },
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
