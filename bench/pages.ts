import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { Hono } from 'hono';
import type { Platform } from '../src/app/platform.ts';
import type { PlaceIndex } from '../src/modules/municipalities/index.ts';
import { createApp } from './answers.ts';
import { against, median, type Section, short } from './figures.ts';
import { pointsOf } from './world.ts';

const PAGES = 200;
const ROUNDS = 3;
const AIM_KB = 60;

type Answering = { request: (path: string) => Response | Promise<Response> };

/** Milliseconds of this process's processors per page; the database's are not in it. */
const costOf = async (server: Answering, paths: string[]): Promise<number> => {
  const before = process.cpuUsage();
  for (const path of paths) await (await server.request(path)).text();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / paths.length;
};

export const measureListPage = async (platform: Platform, index: PlaceIndex): Promise<Section> => {
  const app = createApp(platform, index);
  const paths = pointsOf(index, PAGES).map(
    ({ lon, lat }) => `/?lat=${lat.toFixed(5)}&lon=${lon.toFixed(5)}&umkreis=10`,
  );
  const sizes = await Promise.all(
    paths.slice(0, 20).map(async (path) => (await (await app.request(path)).text()).length),
  );
  const [path = ''] = paths;
  if (!(await (await app.request(path)).text()).includes('/angebot/'))
    throw new Error(`No offers at ${path}`);
  const size = median(sizes);
  const constant = new Hono();
  constant.get('/', (c) => c.html('x'.repeat(size)));
  await costOf(app, paths);
  const rounds = { page: [] as number[], api: [] as number[], constant: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.constant.push(await costOf(constant, paths));
    rounds.page.push(await costOf(app, paths));
    rounds.api.push(
      await costOf(
        app,
        paths.map((path) =>
          path.replace('/?', '/api/offers?limit=25&').replace('umkreis=10', 'radius=10000'),
        ),
      ),
    );
  }
  const page = median(rounds.page);
  const row = (name: string, cost: number) => [name, short(cost), short(page / cost)];
  return {
    title: 'List page: processor time of the server per page',
    head: ['', 'ms', 'page to this'],
    rows: [
      row('list page, 25 of the nearest 500', page),
      row('API, the same 25', median(rounds.api)),
      row('constant page of the same size', median(rounds.constant)),
    ],
    notes: [
      `${PAGES} places, ${ROUNDS} rounds, median page ${short(size / 1024)} KB of HTML; PostgreSQL's time not counted.`,
    ],
  };
};

type Built = Record<string, { file: string; css?: string[]; imports?: string[] }>;

/** What a browser loads for the list, as it travels; the map comes only where a person asks for it. */
export const weighListPage = async (platform: Platform, index: PlaceIndex): Promise<Section> => {
  const built = JSON.parse(readFileSync('dist/client/manifest.json', 'utf8')) as Built;
  const weigh = (text: string | Buffer): number => gzipSync(text).length / 1024;
  const filesOf = (source: string): string[] => {
    const entry = built[source];
    return entry ? [entry.file, ...(entry.imports ?? []).flatMap(filesOf)] : [];
  };
  const weighFiles = (source: string): number =>
    filesOf(source).reduce((sum, file) => sum + weigh(readFileSync(`dist/client/${file}`)), 0);
  const [point] = pointsOf(index, 1);
  const html = weigh(
    await (
      await createApp(platform, index).request(`/?lat=${point?.lat.toFixed(5)}&lon=${point?.lon.toFixed(5)}`)
    ).text(),
  );
  const css = weighFiles('src/app/web/app.css');
  const script = weighFiles('src/app/web/islands/page.ts');
  const map = weighFiles('src/app/web/islands/map.ts');
  const sum = html + css + script;
  return {
    title: 'List page: weight, gzip',
    head: ['', 'KB', 'aim'],
    rows: [
      ['HTML', html.toFixed(1), ''],
      ['CSS', css.toFixed(1), ''],
      ['script', script.toFixed(1), ''],
      ['together', sum.toFixed(1), against(Number(sum.toFixed(1)), AIM_KB, 'most')],
      ['map, on demand', map.toFixed(1), ''],
    ],
    notes: [],
  };
};

export const measureLookUp = (index: PlaceIndex): Section => {
  const points = pointsOf(index, 20_000);
  const rounds = [1, 2, 3].map(() => {
    const started = performance.now();
    for (const point of points) index.byPoint(point);
    return ((performance.now() - started) * 1000) / points.length;
  });
  return {
    title: 'Point to municipality, in the process',
    head: ['µs per point', 'per second'],
    rows: [[short(median(rounds)), short(1_000_000 / median(rounds))]],
    notes: [`${points.length} points, ${index.municipalities.length} municipalities.`],
  };
};
