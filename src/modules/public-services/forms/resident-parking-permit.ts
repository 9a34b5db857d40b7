import type { FormDefinition } from './form-definition.ts';

/** Invented for trying out: no town asks exactly this. */
export const residentParkingPermit: FormDefinition = {
  title: { de: 'Bewohnerparkausweis beantragen', en: 'Apply for a resident parking permit' },
  lead: {
    de: 'Mit dem Ausweis parken Sie nahe Ihrer Wohnung länger und ohne Parkschein.',
    en: 'With the permit you park near your home for longer and without a ticket.',
  },
  needed: [
    { de: 'Ihre Anschrift', en: 'Your address' },
    { de: 'Das Kennzeichen Ihres Fahrzeugs', en: 'The number plate of your vehicle' },
    {
      de: 'Ein Bild oder eine PDF-Datei des Fahrzeugscheins; Sie können sie auch später nachreichen',
      en: 'A picture or PDF file of the vehicle registration; you can also add it later',
    },
  ],
  minutes: 10,
  promiseDays: 10,
  keptDays: 180,
  mailField: 'mail',
  dayField: 'movedIn',
  fees: [
    { label: { de: 'Ausweis für ein Jahr', en: 'Permit for one year' }, cents: 3070 },
    {
      label: {
        de: 'Prüfung, ob Sie ein fremdes Fahrzeug dauernd nutzen',
        en: 'Check of a vehicle of somebody else',
      },
      cents: 510,
      when: { field: 'isOwnVehicle', equals: false },
    },
  ],
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      name: { type: 'string', minLength: 2, maxLength: 100 },
      street: { type: 'string', maxLength: 100 },
      houseNumber: { type: 'string', maxLength: 20 },
      postcode: { type: 'string' },
      movedIn: { type: 'string' },
      mail: { type: 'string', maxLength: 254 },
      plate: { type: 'string', maxLength: 12 },
      isOwnVehicle: { type: 'boolean' },
      holder: { type: 'string', minLength: 2, maxLength: 100 },
      registration: { type: 'array' },
      furtherPlates: { type: 'array', maxItems: 3 },
      remark: { type: 'string', maxLength: 1000 },
      isTrue: { type: 'boolean' },
    },
    required: ['name', 'street', 'houseNumber', 'postcode', 'plate', 'isOwnVehicle', 'holder', 'isTrue'],
  },
  steps: [
    {
      id: 'person',
      title: { de: 'Sie und Ihre Wohnung', en: 'You and your home' },
      fields: [
        {
          name: 'name',
          kind: 'text',
          label: { de: 'Vorname und Nachname', en: 'First and last name' },
          autocomplete: 'name',
        },
        {
          name: 'street',
          kind: 'text',
          label: { de: 'Straße', en: 'Street' },
          autocomplete: 'address-line1',
        },
        { name: 'houseNumber', kind: 'houseNumber', label: { de: 'Hausnummer', en: 'House number' } },
        {
          name: 'postcode',
          kind: 'postcode',
          label: { de: 'Postleitzahl', en: 'Postcode' },
          autocomplete: 'postal-code',
        },
        {
          name: 'movedIn',
          kind: 'date',
          label: {
            de: 'Wohnen Sie dort erst seit Kurzem? Dann: seit wann',
            en: 'Have you moved in lately? Then: since when',
          },
          hint: {
            de: 'Zum Beispiel 3. März 2027. Sie können das Feld frei lassen.',
            en: 'For example 3 March 2027. You may leave this empty.',
          },
        },
        {
          name: 'mail',
          kind: 'mail',
          label: {
            de: 'E-Mail-Adresse für Nachrichten zu diesem Antrag',
            en: 'Mail address for news about this application',
          },
          hint: {
            de: 'Sie können das Feld frei lassen. Dann sehen Sie mit Nummer und Code nach.',
            en: 'You may leave this empty. You then look with number and code.',
          },
          autocomplete: 'email',
        },
      ],
    },
    {
      id: 'vehicle',
      title: { de: 'Ihr Fahrzeug', en: 'Your vehicle' },
      fields: [
        {
          name: 'plate',
          kind: 'licencePlate',
          label: { de: 'Kennzeichen', en: 'Number plate' },
          hint: { de: 'Zum Beispiel SE-AB 123', en: 'For example SE-AB 123' },
        },
        {
          name: 'isOwnVehicle',
          kind: 'yesNo',
          label: { de: 'Ist das Fahrzeug auf Sie zugelassen?', en: 'Is the vehicle registered to you?' },
        },
        {
          name: 'furtherPlates',
          kind: 'group',
          most: 3,
          label: {
            de: 'Weitere Fahrzeuge, mit denen Sie abwechselnd parken',
            en: 'Further vehicles that you park in turn',
          },
          fields: [{ name: 'plate', kind: 'licencePlate', label: { de: 'Kennzeichen', en: 'Number plate' } }],
        },
      ],
    },
    {
      id: 'holder',
      title: { de: 'Wem das Fahrzeug gehört', en: 'Whose vehicle it is' },
      when: { field: 'isOwnVehicle', equals: false },
      fields: [
        {
          name: 'holder',
          kind: 'text',
          label: { de: 'Auf wen das Fahrzeug zugelassen ist', en: 'To whom the vehicle is registered' },
        },
      ],
    },
    {
      id: 'evidence',
      title: { de: 'Fahrzeugschein', en: 'Vehicle registration' },
      lead: {
        de: 'Sie können ihn jetzt hochladen oder später nachreichen.',
        en: 'You can upload it now or add it later.',
      },
      fields: [
        {
          name: 'registration',
          kind: 'upload',
          most: 2,
          label: { de: 'Fahrzeugschein', en: 'Vehicle registration' },
        },
      ],
    },
    {
      id: 'end',
      title: { de: 'Zum Schluss', en: 'Finally' },
      fields: [
        {
          name: 'remark',
          kind: 'longText',
          label: { de: 'Möchten Sie noch etwas dazu sagen?', en: 'Is there anything else you want to say?' },
          hint: { de: 'Sie können das Feld frei lassen.', en: 'You may leave this empty.' },
        },
        {
          name: 'isTrue',
          kind: 'declaration',
          label: { de: 'Was ich angegeben habe, stimmt.', en: 'What I have stated is true.' },
        },
      ],
    },
  ],
};
