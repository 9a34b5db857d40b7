import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, test } from 'node:test';

// Every gate is shown a small house: a sound one, which it must let pass, and one with a breach of each of its rules.
type Files = Record<string, string>;

const CONFIGURATION = [
  '.dependency-cruiser.mjs',
  'architecture.mjs',
  'biome.json',
  'knip.jsonc',
  'tsconfig.json',
  '.gitignore',
];
const MANIFEST = {
  name: 'house',
  private: true,
  type: 'module',
  dependencies: { hono: '*', pg: '*', preact: '*' },
};

const load = async (file: string) => (await import(new URL(`../${file}`, import.meta.url).href)) as unknown;
const { default: cruise } = (await load('.dependency-cruiser.mjs')) as {
  default: { forbidden: { name: string }[] };
};
const { streets, nouns } = (await load('architecture.mjs')) as {
  streets: Files;
  nouns: Record<string, string[]>;
};
const modules = Object.keys(streets);
const [module = ''] = modules;
const other = modules.find((name) => name !== module) ?? '';

const sound: Files = {
  'package.json': JSON.stringify(MANIFEST),
  'src/app/main.ts': `import { Hono } from 'hono';\nimport { render } from 'preact';\nimport { ${other} } from '../modules/${other}/index.ts';\n\nprocess.exitCode = ${other}(new Hono(), render) ? 0 : 1;\n`,
  [`src/modules/${other}/index.ts`]: `export { ${other} } from './verb.ts';\n`,
  [`src/modules/${other}/verb.ts`]: `import { zone } from '../../foundation/time/zone.ts';\nimport { ask } from './store.ts';\n\nexport const ${other} = (...all: unknown[]): boolean => ask(zone) && all.length > 1;\n`,
  [`src/modules/${other}/store.ts`]: `import pg from 'pg';\n\nexport const ask = (text: string): boolean => new pg.Client(text).port > 0;\n`,
  'src/foundation/time/zone.ts': `export const zone = 'Europe/Berlin';\n`,
};

const houses: string[] = [];
after(() => {
  for (const house of houses) rmSync(house, { recursive: true });
});

const build = (...plans: Files[]): string => {
  const house = mkdtempSync(join(tmpdir(), 'allmende-house-'));
  houses.push(house);
  for (const file of CONFIGURATION) cpSync(file, join(house, file));
  install(house);
  for (const [file, text] of plans.flatMap((plan) => Object.entries(plan))) {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), text);
  }
  return house;
};

/** Links, but for the one package that a rule names: the gate sees a linked package at the place it leads to. */
const install = (house: string): void => {
  mkdirSync(join(house, 'node_modules'));
  for (const name of readdirSync('node_modules'))
    if (name !== 'pg') symlinkSync(resolve('node_modules', name), join(house, 'node_modules', name));
  cpSync(join('node_modules', 'pg'), join(house, 'node_modules', 'pg'), { recursive: true });
};

const run = (house: string, program: string, args: string[]) => {
  const node = resolve('node_modules', '.bin', 'node');
  const found = spawnSync(node, [resolve('node_modules', program), ...args], {
    cwd: house,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'test' },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { ...found, output: found.stdout + found.stderr };
};

const uses = (path: string): string => `import * as used from '${path}';\n\nexport const use = used;\n`;

/** One breach for each rule of the map: the file that breaks it, and what it says. */
const breaches: Record<string, Files> = {
  'foundation-knows-no-domain': breach('src/foundation/log/log.ts', uses(`../../modules/${module}/index.ts`)),
  'foundation-is-a-closed-list': breach('src/foundation/kitchen/pan.ts', uses('../time/zone.ts')),
  'only-app-composes': breach(`src/modules/${module}/upwards.ts`, uses('../../app/main.ts')),
  'src-has-three-floors': breach('src/cellar/wine.ts', uses('../foundation/time/zone.ts')),
  'use-the-door': breach(`src/modules/${module}/through-the-wall.ts`, uses(`../${other}/store.ts`)),
  'app-uses-the-door': breach('src/app/through-the-wall.ts', uses(`../modules/${other}/store.ts`)),
  'module-is-on-the-map': breach('src/modules/planted/index.ts', uses('../../foundation/time/zone.ts')),
  'web-sees-contracts-and-ui': breach(`src/modules/${module}/web/Page.tsx`, uses('../rule.ts')),
  'islands-import-no-server-code': breach('src/app/web/islands/page.ts', uses('../../main.ts')),
  'contract-is-pure': breach(`src/modules/${module}/contract.ts`, uses('./rule.ts')),
  'only-stores-speak-sql': breach(`src/modules/${module}/chatty.ts`, uses('pg')),
  'no-circles': breach(`src/modules/${module}/hen.ts`, uses('./egg.ts'), {
    [`src/modules/${module}/egg.ts`]: uses('./hen.ts'),
  }),
  'no-dead-rooms': breach(`src/modules/${module}/attic.ts`, 'export const dust = 1;\n'),
  'no-attics': breach(`src/modules/${module}/utils.ts`, uses('./rule.ts')),
  'no-test-code-in-the-product': breach(
    `src/modules/${module}/leaning.ts`,
    uses('../../foundation/testing/planted.ts'),
  ),
  'no-unresolvable-imports': breach(`src/modules/${module}/lost.ts`, uses('./nowhere.ts')),
  ...Object.fromEntries(
    modules.flatMap((name) => [
      [
        `${name}-keeps-to-its-streets`,
        breach(`src/modules/${name}/off-the-street.ts`, uses('../planted/index.ts')),
      ],
      [`nouns-of-${name}-are-pure`, breach(`src/modules/${name}/${nouns[name]?.[0]}.ts`, uses('node:fs'))],
    ]),
  ),
};

function breach(at: string, text: string, others: Files = {}): Files {
  return { [at]: text, ...others };
}

const neighbours: Files = {
  [`src/modules/${module}/rule.ts`]: 'export const rule = 1;\n',
  [`src/modules/${module}/index.ts`]: uses('./rule.ts'),
  'src/foundation/testing/planted.ts': 'export const planted = 1;\n',
};

const CRUISER = 'dependency-cruiser/bin/dependency-cruiser.mjs';
type Violation = { from: string; rule: { name: string } };
const violations = (house: string): string[] => {
  const { stdout, output } = run(house, CRUISER, [
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'json',
    'src',
  ]);
  assert.ok(stdout.startsWith('{'), output);
  const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
  return summary.violations.map(({ rule, from }) => `${rule.name} ${from}`);
};

test('architecture: a sound house passes', () => {
  assert.deepEqual(violations(build(sound)), []);
});

test('architecture: every rule of the map is broken once here, and the gate sees each', () => {
  const rules = cruise.forbidden.map(({ name }) => name).sort();
  assert.deepEqual(Object.keys(breaches).sort(), rules);
  const found = new Set(violations(build(sound, neighbours, ...Object.values(breaches))));
  const missed = Object.entries(breaches).filter(
    ([rule, files]) => !Object.keys(files).some((file) => found.has(`${rule} ${file}`)),
  );
  assert.deepEqual(
    missed.map(([rule]) => rule),
    [],
  );
});

const lines = (count: number): string =>
  Array.from({ length: count }, (_, at) => `  all.push(${at});`).join('\n');

const untidy: Record<string, { at: string; text: string }> = {
  noExcessiveLinesPerFunction: {
    at: 'src/app/long-function.ts',
    text: `export const fill = (all: number[]): void => {\n${lines(65)}\n};\n`,
  },
  noExcessiveLinesPerFile: {
    at: 'src/app/long-file.ts',
    text: Array.from({ length: 301 }, (_, at) => `export const line${at} = ${at};\n`).join(''),
  },
  noUndeclaredDependencies: { at: 'src/app/undeclared.ts', text: `export { parse } from 'valibot';\n` },
  noUnusedImports: {
    at: 'src/app/unused-import.ts',
    text: `import { Hono } from 'hono';\n\nexport const one = 1;\n`,
  },
  noUnusedVariables: { at: 'src/app/unused-variable.ts', text: 'const one = 1;\n\nexport const two = 2;\n' },
  noFloatingPromises: {
    at: 'src/app/floating.ts',
    text: `const wait = async (): Promise<void> => undefined;\n\nexport const start = (): void => {\n  wait();\n};\n`,
  },
  noDefaultExport: { at: 'src/app/default-export.ts', text: 'export default 1;\n' },
  noNonNullAssertion: {
    at: 'src/app/non-null.ts',
    text: 'export const first = (all: number[]): number => all[0]!;\n',
  },
  useFilenamingConvention: { at: 'src/app/snake_case.ts', text: 'export const one = 1;\n' },
  useImportType: {
    at: 'src/app/import-type.ts',
    text: `import { Hono } from 'hono';\n\nexport type App = Hono;\n`,
  },
  noConsole: { at: 'src/app/console.ts', text: `console.log('here');\n\nexport const one = 1;\n` },
  noDangerouslySetInnerHtml: {
    at: 'src/app/Raw.tsx',
    text: 'export const Raw = ({ html }: { html: string }) => <p dangerouslySetInnerHTML={{ __html: html }} />;\n',
  },
  format: { at: 'src/app/format.ts', text: 'export const  one = 1\n' },
};

test('format and lint: every rule that biome.json names is broken once here, and the gate sees each', () => {
  type Rules = Record<string, Record<string, unknown> | string>;
  const { linter } = JSON.parse(readFileSync('biome.json', 'utf8')) as { linter: { rules: Rules } };
  const named = Object.values(linter.rules).flatMap((group) =>
    typeof group === 'string'
      ? []
      : Object.entries(group).flatMap(([rule, level]) => (level === 'off' ? [] : [rule])),
  );
  assert.deepEqual(Object.keys(untidy).sort(), [...named, 'format'].sort());
  const house = build(sound, ...Object.values(untidy).map(({ at, text }) => ({ [at]: text })));
  const { status, stdout } = run(house, '@biomejs/biome/bin/biome', [
    'ci',
    '--reporter=github',
    '--max-diagnostics=none',
    'src',
  ]);
  assert.equal(status, 1);
  const missed = Object.entries(untidy).filter(
    ([rule, { at }]) =>
      !stdout
        .split('\n')
        .some((line) => line.includes(at) && (line.includes(`/${rule},`) || line.includes(`title=${rule},`))),
  );
  assert.deepEqual(
    missed.map(([rule]) => rule),
    [],
    stdout,
  );
});

const mistyped: [option: string, code: string, text: string][] = [
  ['strict', 'TS2322', `export const one: number = 'one';\n`],
  ['strict', 'TS7006', 'export const same = (value) => value;\n'],
  ['noUncheckedIndexedAccess', 'TS2322', 'export const first = (all: number[]): number => all[0];\n'],
  ['exactOptionalPropertyTypes', 'TS2375', 'export const gone: { name?: string } = { name: undefined };\n'],
  ['noUnusedLocals', 'TS6133', 'const one = 1;\nexport const two = 2;\n'],
  ['noUnusedParameters', 'TS6133', 'export const one = (two: number): number => 1;\n'],
  ['noImplicitOverride', 'TS4114', 'class A {\n  a() {}\n}\nexport class B extends A {\n  a() {}\n}\n'],
  [
    'noFallthroughCasesInSwitch',
    'TS7029',
    'export const f = (n: number): void => {\n  switch (n) {\n    case 1:\n      f(2);\n    case 2:\n      f(3);\n  }\n};\n',
  ],
  ['verbatimModuleSyntax', 'TS1484', `import { PathLike } from 'node:fs';\nexport type P = PathLike;\n`],
  ['erasableSyntaxOnly', 'TS1294', 'export enum Colour {\n  Red,\n}\n'],
];

test('types: the strict options are on, and the gate sees a breach of each', () => {
  const files = mistyped.map(([option, code, text], at): [string, string, string] => [
    `src/app/${option.toLowerCase()}-${at}.ts`,
    code,
    text,
  ]);
  const house = build(sound, ...files.map(([file, , text]) => ({ [file]: text })));
  const { output } = run(house, 'typescript7/bin/tsc', ['--noEmit', '--pretty', 'false']);
  const missed = files.filter(
    ([file, code]) => !output.split('\n').some((line) => line.startsWith(file) && line.includes(code)),
  );
  assert.deepEqual(
    missed.map(([file]) => file),
    [],
    output,
  );
  assert.doesNotMatch(output, /src\/(modules|foundation)\//, 'the sound part of the house has no fault');
});

test('unused code and packages: a file, an export and a package that nobody uses are seen', () => {
  const house = build(sound, {
    'package.json': JSON.stringify({ ...MANIFEST, dependencies: { ...MANIFEST.dependencies, qrcode: '*' } }),
    'src/foundation/time/forgotten.ts': 'export const forgotten = 1;\n',
    'src/foundation/time/zone.ts': `export const zone = 'Europe/Berlin';\nexport const unused = 1;\n`,
  });
  const { status, output } = run(house, 'knip/bin/knip.js', ['--no-config-hints']);
  assert.equal(status, 1, output);
  for (const found of [
    /Unused files \(\d\)\n[^U]*forgotten\.ts/,
    /Unused exports \(1\)\nunused/,
    /Unused dependencies \(1\)\nqrcode/,
  ])
    assert.match(output, found);
});
