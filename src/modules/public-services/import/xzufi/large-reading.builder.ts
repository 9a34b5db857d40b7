import { foot, head, service, write } from './xzufi.builder.ts';
import { xzufi } from './xzufi.ts';

// Runs in a process of its own, so that its heap holds nothing but the reading: `node … large-reading.builder.ts 300`.
const megabytes = Number(process.argv[2]);
const target = megabytes * 1024 * 1024;
const paragraph =
  '&lt;p&gt;Bringen Sie Ihren Ausweis mit &amp;amp; kommen Sie zu einer der Stellen in Ihrer Nähe.&lt;/p&gt;';

let written = 0;
/** A message made on the fly: it never exists as a whole. */
const stream = async function* (): AsyncGenerator<Uint8Array> {
  yield Buffer.from(head);
  for (let position = 1; written < target; position += 1) {
    const texts = {
      '05': { de: paragraph.repeat(4), en: paragraph.repeat(2) },
      '06': { de: paragraph.repeat(20) },
      '08': { de: paragraph.repeat(6) },
    };
    const entry = Buffer.from(
      write(position, service(`S${position}`, { de: `Leistung ${position}` }, texts)).replaceAll(
        '·',
        'xzufi:',
      ),
    );
    written += entry.length;
    yield entry;
  }
  yield Buffer.from(foot);
};

globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
let peak = 0;
let records = 0;
const started = performance.now();
for await (const item of xzufi.read(stream())) {
  if ('unreadable' in item) throw new Error(item.unreadable.en);
  records += 1;
  // What is only garbage does not count: it is collected first.
  if (records % 2_000 === 0) globalThis.gc?.();
  if (records % 2_000 === 0) peak = Math.max(peak, process.memoryUsage().heapUsed - before);
}
const seconds = (performance.now() - started) / 1000;
process.stdout.write(
  JSON.stringify({ records, megabytes: written / 1024 / 1024, seconds, peakMegabytes: peak / 1024 / 1024 }),
);
