import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';

const isLarge = process.env.ALLMENDE_LARGE === '1';
const MEGABYTES = isLarge ? 300 : 30;
const HEAP_MEGABYTES = isLarge ? 300 : 60;

const run = promisify(execFile);

test(`a message of ${MEGABYTES} MB is read in less than ${HEAP_MEGABYTES} MB of heap`, async (t) => {
  const { stdout } = await run(
    process.execPath,
    [
      '--import',
      'tsx',
      '--expose-gc',
      `--max-old-space-size=${HEAP_MEGABYTES}`,
      'src/modules/public-services/import/xzufi/large-reading.builder.ts',
      String(MEGABYTES),
    ],
    { timeout: 300_000 },
  );
  const { records, megabytes, seconds, peakMegabytes } = JSON.parse(stdout) as Record<string, number>;
  assert.ok((megabytes ?? 0) >= MEGABYTES && (records ?? 0) > 1000, stdout);
  assert.ok((peakMegabytes ?? Number.POSITIVE_INFINITY) < HEAP_MEGABYTES, stdout);
  const said = `${((megabytes ?? 0) / (seconds ?? 1)).toFixed(1)} MB/s, heap grew by ${peakMegabytes?.toFixed(0)} MB at most`;
  t.diagnostic(isLarge ? said : `${said}; 300 MB with ALLMENDE_LARGE=1`);
});
