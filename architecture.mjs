// The map: which module may use which. A new line here is an architecture decision: write the ADR first.
// Read by the dependency rules (.dependency-cruiser.mjs) and by the test of the foreign keys.
export const streets = {
  municipalities: [],
  accounts: ['municipalities'],
  offers: ['municipalities', 'accounts'],
  'public-services': ['municipalities', 'accounts'],
};

/** Nouns: types and pure rules. They see no store, no network, no configuration. */
export const nouns = {
  municipalities: ['municipality'],
  accounts: [
    'sign-in/password',
    'sign-in/trust-level',
    'sign-in/session',
    'sign-in/attempt',
    'sign-in/return-path',
    'organisations/role',
    'organisations/permission',
    'organisations/organisation',
    'organisations/administrator-rule',
    'audit/audit-entry',
    'kept-forms/kept-form',
    'notices/notice',
    'notices/when-to-send',
  ],
  offers: ['offer', 'category', 'schedule', 'desk/entry', 'desk/normal-fields', 'desk/check-entry'],
  'public-services': [
    'catalogue/public-service',
    'catalogue/life-event',
    'catalogue/competent-authority',
    'responsibility/responsibility',
    'responsibility/decide-authority',
    'responsibility/town-part',
    'responsibility/find-circles',
    'search/search-terms',
    'search/synonyms',
    'search/rank-services',
    'self-test/judge-area',
    'forms/form-definition',
    'forms/condition',
    'forms/date-in-words',
    'forms/read-field',
    'forms/check-answers',
    'forms/check-definition',
    'forms/resident-parking-permit',
    'applications/life',
    'applications/working-days',
    'applications/secret',
    'applications/sealing/seal',
    'hand-over/delivery',
    'hand-over/fit-connect/event',
  ],
};

/** Rooms of the ground floor: a closed list, none of them knows a domain. */
export const foundation = [
  'config',
  'database',
  'http',
  'jobs',
  'mail',
  'geo',
  'time',
  'i18n',
  'text',
  'table',
  'log',
  'ui',
  'testing',
];
