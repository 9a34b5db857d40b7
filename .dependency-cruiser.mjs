import { foundation, nouns, streets } from './architecture.mjs';

const rule = (name, from, to) => ({ name, severity: 'error', from, to });
const any = (names) => `^src/modules/(${names.join('|')})/`;
const doors = '^src/modules/[^/]+/(index|contract|web/index)[.]ts$';
// Builders make the world of a test; they are no part of the product.
const tests = '[.](test|builder)[.]tsx?$';
const entries =
  '^(src/app/main|src/app/commands/[^/]+|migrations/index|e2e/.+|bench/.+|tools/.+|src/foundation/testing/.+|src/app/web/islands/.+)[.](ts|mjs)$';

export default {
  forbidden: [
    // Floors
    rule('foundation-knows-no-domain', { path: '^src/foundation/' }, { path: '^src/(app|modules)/' }),
    rule(
      'foundation-is-a-closed-list',
      { path: '^src/foundation/', pathNot: `^src/foundation/(${foundation.join('|')})/` },
      {},
    ),
    rule('only-app-composes', { path: '^src/modules/' }, { path: '^src/app/' }),
    rule('src-has-three-floors', { path: '^src/', pathNot: '^src/(app|modules|foundation)/' }, {}),
    // Doors
    rule(
      'use-the-door',
      { path: '^src/modules/([^/]+)/' },
      { path: '^src/modules/', pathNot: ['^src/modules/$1/', doors] },
    ),
    rule(
      'app-uses-the-door',
      { path: '^src/app/', pathNot: tests },
      { path: '^src/modules/', pathNot: doors },
    ),
    // Streets
    ...Object.entries(streets).map(([module, to]) =>
      rule(
        `${module}-keeps-to-its-streets`,
        { path: any([module]) },
        { path: '^src/modules/', pathNot: any([module, ...to]) },
      ),
    ),
    rule('module-is-on-the-map', { path: '^src/modules/', pathNot: any(Object.keys(streets)) }, {}),
    // Rooms
    rule(
      'web-sees-contracts-and-ui',
      { path: '^src/modules/[^/]+/web/', pathNot: tests },
      { path: '^src/', pathNot: ['/web/', '/contract[.]ts$', '^src/foundation/(ui|geo|time|i18n)/'] },
    ),
    rule(
      'islands-import-no-server-code',
      { path: '/islands/', pathNot: tests },
      { path: '^src/', pathNot: ['/islands/', '/contract[.]ts$'] },
    ),
    rule(
      'contract-is-pure',
      { path: '/contract[.]ts$' },
      { path: '^src/', pathNot: ['/contract[.]ts$', '^src/foundation/(geo|time|i18n)/'] },
    ),
    rule(
      'only-stores-speak-sql',
      // The platform opens the database, the commands move it whole: neither speaks for a module.
      { path: '^src/(modules|app)/', pathNot: ['store[.]ts$', '^src/app/(platform[.]ts|commands/)', tests] },
      {
        path: '^node_modules/(kysely|pg|pg-copy-streams)/',
        dependencyTypesNot: ['type-only'],
      },
    ),
    ...Object.entries(nouns).map(([module, names]) =>
      rule(
        `nouns-of-${module}-are-pure`,
        { path: `^src/modules/${module}/(${names.join('|')})[.]ts$` },
        {
          path: [
            'store[.]ts$',
            '^(node:)?(fs|fs/promises|net|http|https|child_process)$',
            '^src/foundation/(database|http|config|log)/',
            'node_modules/(kysely|pg|hono)/',
          ],
          dependencyTypesNot: ['type-only'],
        },
      ),
    ),
    // Order
    rule('no-circles', {}, { circular: true }),
    rule('no-dead-rooms', { orphan: true, pathNot: [tests, entries, '[.]d[.]ts$', '^vite[.]'] }, {}),
    rule('no-attics', { path: '(^|/)(utils?|helpers?|common|shared|core|misc)(/|[.]tsx?$)' }, {}),
    rule(
      'no-test-code-in-the-product',
      { path: '^src/', pathNot: [tests, '^src/foundation/testing/'] },
      { path: ['^src/foundation/testing/', tests] },
    ),
    rule('no-unresolvable-imports', {}, { couldNotResolve: true }),
  ],
  options: {
    // Type imports count: they are arrows in a reader's head as well.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|var)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
};
