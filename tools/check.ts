import { type ChildProcess, spawn } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareSecondEngine } from './second-engine.ts';

type Result = { code: number; output: string };
type Totals = { passed: number; failed: number; skipped: number };

const started = performance.now();
const bin = (name: string): string => join('node_modules', '.bin', name);
const totals: Totals = { passed: 0, failed: 0, skipped: 0 };
const running = new Set<ChildProcess>();

const run = (file: string, args: string[], env: Record<string, string> = {}): Promise<Result> =>
  new Promise((resolve) => {
    const child = spawn(file, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });

/** One gate is one test: it passes, or prints what it found. */
const gate = async (name: string, work: Promise<Result>, holds: (output: string) => boolean = () => true) => {
  const { code, output } = await work;
  const isPassed = code === 0 && holds(output);
  totals[isPassed ? 'passed' : 'failed'] += 1;
  console.log(`${isPassed ? '✔' : '✖'} ${name}`);
  if (!isPassed) console.log(output);
};

const tests = async (name: string, files: string[], env: Record<string, string> = {}) => {
  const { code, output } = await run(
    bin('node'),
    ['--import', 'tsx', '--test', '--test-concurrency=2', '--test-reporter=tap', ...files],
    { NODE_ENV: 'test', ...env },
  );
  const count = (word: string): number =>
    Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  const found = {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped'),
  };
  if (code !== 0 && found.failed === 0) found.failed = 1;
  for (const key of ['passed', 'failed', 'skipped'] as const) totals[key] += found[key];
  console.log(
    `${found.failed === 0 ? '✔' : '✖'} ${name}: ${found.passed} passed, ${found.failed} failed, ${found.skipped} skipped`,
  );
  for (const line of output.split('\n')) if (/# SKIP/.test(line)) console.log(`  ${line.trim()}`);
  if (found.failed > 0) console.log(failures(output));
};

/** The TAP blocks of failed tests, without the thousands of passed ones. */
const failures = (output: string): string => {
  const lines = output.split('\n');
  return lines
    .flatMap((line, index) => (/^\s*not ok/.test(line) ? lines.slice(index, index + 40) : []))
    .slice(0, 400)
    .join('\n');
};

const unitFiles = globSync([
  'src/**/*.test.{ts,tsx}',
  'migrations/**/*.test.ts',
  'tools/**/*.test.ts',
  'bench/**/*.test.ts',
]);
const databaseFiles = unitFiles.filter((file) => readFileSync(file, 'utf8').includes('testDatabase'));

await Promise.all([
  gate('format and lint', run(bin('biome'), ['ci', '--error-on-warnings', '--colors=off', '.']), (output) =>
    saw(output, /Checked (\d+) files/, 100),
  ),
  gate(
    'types',
    run(bin('node'), ['node_modules/typescript7/bin/tsc', '--noEmit', '--listFilesOnly']).then(
      async (listed) => {
        const own = listed.output
          .split('\n')
          .filter((line) => line.includes('/src/') && !line.includes('node_modules')).length;
        if (own < 100) return { code: 1, output: `The type check saw only ${own} files of src.` };
        return run(bin('node'), ['node_modules/typescript7/bin/tsc', '--noEmit']);
      },
    ),
  ),
]);
await Promise.all([
  gate(
    'architecture',
    run(bin('depcruise'), ['--config', '.dependency-cruiser.mjs', 'src', 'migrations']),
    (output) => saw(output, /\((\d+) modules/, 100),
  ),
  gate('unused code and packages', run(bin('knip'), [])),
]);
await gate('build', run(bin('node'), ['--import', 'tsx', 'tools/build.ts']));
await tests('tests on the embedded PostgreSQL', unitFiles);
const second = await prepareSecondEngine();
if ('skipped' in second) {
  totals.skipped += databaseFiles.length;
  console.log(
    `– tests on PostgreSQL 15 with PostGIS: SKIPPED (${databaseFiles.length} files), ${second.skipped}`,
  );
} else {
  await tests('tests on PostgreSQL 15 with PostGIS', databaseFiles, { TEST_DATABASE_URL: second.url });
  second.stop();
}
await tests('journeys in a browser', globSync('e2e/**/*.test.ts'));
const { stopEmbedded } = await import('./second-engine.ts');
stopEmbedded();

console.log(`${Math.round((performance.now() - started) / 1000)} s`);
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed === 0 ? 0 : 1);

/** A gate that saw nothing passes everything: it must have seen at least this many files. */
function saw(output: string, pattern: RegExp, least: number): boolean {
  const seen = Number(pattern.exec(output)?.[1] ?? 0);
  if (seen < least) console.log(`  saw ${seen} files, at least ${least} expected`);
  return seen >= least;
}
