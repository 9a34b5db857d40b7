import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { measureAnswers } from './answers.ts';
import { measureAuthorities } from './authorities.ts';
import { measureCountry } from './country.ts';
import { loadedDatabase, startEngine } from './database.ts';
import { measureFeed } from './feed.ts';
import { markdownOf, type Section, short } from './figures.ts';
import { measureForecast } from './forecast.ts';
import { measureImport } from './imports.ts';
import { measureInteractions } from './interactions.ts';
import { measureObservations } from './observations.ts';
import { measureListPage, measureLookUp, weighListPage } from './pages.ts';
import { measureAllocation, measureLargeDay } from './parking.ts';
import { measureEffect } from './parking-effect.ts';
import { measurePromises } from './parking-promises.ts';
import { measurePilots } from './pilots.ts';
import { measureOrderGap, measureOrderSizes } from './roadmap.ts';
import { measureSignIns } from './sign-ins.ts';
import { measureStart } from './starts.ts';
import { measureTwins } from './twins.ts';

const PAGE = 'bench/README.md';
const OPTIONS = {
  rows: { type: 'string', default: '1000000' },
  'import-rows': { type: 'string', default: '100000' },
  /** How many readings lie there when they are asked for. */ observations: {
    type: 'string',
    default: '2000000',
  },
  seconds: { type: 'string', default: '5' },
  /** PostgreSQL 15 instead of the embedded one. */ server: { type: 'boolean', default: false },
  /** Some of forecast,near,text,lookup,authority,page,signin,import,start,parking,promises,twins,country,interactions,roadmap,pilots,observations,feed. */ only: {
    type: 'string',
  },
} as const;

const { values } = parseArgs({ options: OPTIONS });
const rows = Number(values.rows);
const seconds = Number(values.seconds);
const isWanted = (name: string): boolean => values.only?.split(',').includes(name) ?? true;

if (!existsSync('dist/server/main.js') || !existsSync('dist/client/manifest.json'))
  spawnSync(process.execPath, ['--import', 'tsx', 'tools/build.ts'], { stdio: 'inherit' });

const sections: Section[] = [];
const add = (section: Section): void => {
  sections.push(section);
  console.log(markdownOf(section));
};

if (isWanted('parking')) {
  for (const section of measureAllocation()) add(section);
  add(measureLargeDay());
  add(measureEffect());
}
if (isWanted('forecast')) add(await measureForecast());
if (isWanted('twins')) add(await measureTwins());
if (isWanted('interactions')) add(measureInteractions());
if (isWanted('roadmap')) {
  add(measureOrderGap());
  add(measureOrderSizes());
}
if (isWanted('pilots')) add(measurePilots());
// These need no database.
const PURE = ['forecast', 'parking', 'twins', 'interactions', 'roadmap', 'pilots'];
if (values.only?.split(',').every((name) => PURE.includes(name))) process.exit(0);
const engine = await startEngine(values.server);
if (isWanted('country')) add(await measureCountry(engine, rows));
if (isWanted('observations'))
  for (const section of await measureObservations(engine, Number(values.observations))) add(section);
if (isWanted('feed')) add(await measureFeed(engine));
if (values.only === 'country' || values.only === 'observations' || values.only === 'feed') {
  engine.stop();
  process.exit(0);
}
const { platform, index, seconds: loading } = await loadedDatabase(engine, rows);
if (loading) console.log(`${rows} offers loaded in ${short(loading)} s.\n`);
for (const kind of ['near', 'text'] as const)
  if (isWanted(kind)) add(await measureAnswers(platform, index, kind, seconds));
if (isWanted('lookup')) add(measureLookUp(index));
if (isWanted('authority')) add(await measureAuthorities(engine, index, seconds));
if (isWanted('page')) {
  add(await measureListPage(platform, index));
  add(await weighListPage(platform, index));
}
if (isWanted('signin')) add(await measureSignIns(platform, index, seconds));
if (isWanted('promises')) add(await measurePromises(engine, index, seconds));
if (isWanted('import')) add(await measureImport(engine, Number(values['import-rows'])));
await platform.close();
engine.stop();
if (isWanted('start')) add(await measureStart(seconds));

const head = (name: string): string =>
  [
    `## ${name}`,
    '',
    `${rows.toLocaleString('en-GB')} offers, ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB; load of the machine at the end ${short(loadavg()[1] ?? 0)}.`,
    '',
  ].join('\n');

const START = '<!-- measured: ';
/** Each engine has its own part of the page; a partial run writes nothing. */
const save = (): void => {
  const mark = `${START}${values.server ? 'server' : 'embedded'} -->`;
  const [intro = '', ...parts] = readFileSync(PAGE, 'utf8').split(new RegExp(`(?=${START})`));
  const others = parts.filter((part) => !part.startsWith(mark));
  const own = `${mark}\n${head(engine.name)}\n${sections.map(markdownOf).join('\n')}\n`;
  writeFileSync(PAGE, `${[intro, ...[own, ...others].sort()].join('').trimEnd()}\n`);
};
if (values.only === undefined) save();
