import { areaKm2, boxOf, locateIn } from '../../src/modules/municipalities/area-locator.ts';
import { neighboursOf } from '../../src/modules/municipalities/borders.ts';
import type { ReadBoundary } from '../../src/modules/municipalities/import/boundaries.ts';
import type { RegisterFacts } from '../../src/modules/municipalities/municipality.ts';
import { foldName } from '../../src/modules/municipalities/municipality-name.ts';
import { type Grown, matchByArea, type Succession } from '../../src/modules/municipalities/succession.ts';
import type { EarlierUnit } from './editions.ts';

type Editions = {
  vg250: Map<string, ReadBoundary>;
  vg5000: Map<string, ReadBoundary>;
  extract2020: Map<string, EarlierUnit>;
  current: Map<string, RegisterFacts>;
};

type Step = { into: string[]; name: string; changedBy: string; source: string };

// VG5000 is coarse: next to three quarters of an area the rest is the inaccuracy of its borders.
const WHOLE_SHARE = 0.75;
const AT_LEAST_SHARE = 0.12;
const SAMPLES = 24;

/** Old AGS → AGS of today, the largest taker first; every decision is printed. */
export const buildSuccessions = (editions: Editions, today: string): Succession[] => {
  const late = afterExtract(editions, today);
  const steps = new Map([...beforeExtract(editions), ...late]);
  const follow = (ags: string): string[] =>
    editions.current.has(ags) ? [ags] : (steps.get(ags)?.into ?? []).flatMap(follow);
  const successions: Succession[] = [];
  for (const [oldAgs, { name, changedBy, source }] of [...steps].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const into = [...new Set(follow(oldAgs))];
    if (into.length === 0) console.log(`  ${oldAgs} ${name}: NO SUCCESSOR FOUND`);
    into.forEach((ags, index) => {
      const unit = editions.current.get(ags);
      if (unit)
        successions.push({ oldAgs, ars: unit.ars, part: index + 1, oldName: name, changedBy, source });
    });
  }
  return [...successions, ...districtsOf(successions, editions.current)];
};

/** Keys of the 2017 map that the extract of 2020 no longer has: where most of the area lies on the 2021 map. */
const beforeExtract = ({ vg250, vg5000, extract2020, current }: Editions): Map<string, Step> => {
  const map2021 = locateIn([...vg5000.values()].map(({ ags, geometry }) => ({ key: ags, geometry })));
  const steps = new Map<string, Step>();
  const takenOver = new Map<string, number>();
  for (const { ags, name, geometry } of vg250.values()) {
    if (extract2020.has(ags) || current.has(ags)) continue;
    const shares = sharesOf(geometry, map2021);
    const isWhole = (shares[0]?.[1] ?? 0) >= WHOLE_SHARE;
    const into = shares.filter(([, share], index) => index === 0 || (!isWhole && share >= AT_LEAST_SHARE));
    steps.set(ags, {
      into: into.map(([key]) => key),
      name,
      changedBy: '2020-12-31',
      source: 'VG250 2017 in VG5000 2021',
    });
    const [main] = into;
    if (main) takenOver.set(main[0], (takenOver.get(main[0]) ?? 0) + areaKm2(geometry));
    console.log(
      `  ${ags} ${name} → ${into.map(([key, share]) => `${key} ${vg5000.get(key)?.name} ${Math.round(share * 100)} %`).join(', ')}`,
    );
  }
  for (const [ags, area] of takenOver) printSum(ags, area, vg250.get(ags), extract2020.get(ags));
  return steps;
};

const printSum = (
  ags: string,
  taken: number,
  before: ReadBoundary | undefined,
  after: EarlierUnit | undefined,
) => {
  if (!after) return;
  const sum = taken + (before ? areaKm2(before.geometry) : 0);
  const off = Math.abs(sum - after.areaKm2);
  if (off > Math.max(1, 0.03 * after.areaKm2))
    console.log(
      `  ${ags} ${after.name}: parts ${sum.toFixed(1)} km², register ${after.areaKm2} km²: DIFFERS`,
    );
};

const sharesOf = (
  geometry: ReadBoundary['geometry'],
  map: ReturnType<typeof locateIn>,
): [string, number][] => {
  const own = locateIn([{ key: 'own', geometry }]);
  const [west, south, east, north] = boxOf(geometry.coordinates.flat(2) as [number, number][]);
  const counts = new Map<string, number>();
  let inside = 0;
  for (let x = 0; x < SAMPLES; x += 1)
    for (let y = 0; y < SAMPLES; y += 1) {
      const point = {
        lon: west + ((x + 0.5) / SAMPLES) * (east - west),
        lat: south + ((y + 0.5) / SAMPLES) * (north - south),
      };
      const found = own.at(point) && map.at(point);
      if (!found) continue;
      inside += 1;
      counts.set(found, (counts.get(found) ?? 0) + 1);
    }
  return [...counts]
    .map(([key, count]): [string, number] => [key, count / inside])
    .sort((a, b) => b[1] - a[1]);
};

/** Keys of 2020 that today's register no longer has: who grew by their area. */
const afterExtract = (editions: Editions, today: string): Map<string, Step> => {
  const { vg250, vg5000, extract2020, current } = editions;
  const maps = [vg250, vg5000].map((map) =>
    neighboursOf([...map.values()].map(({ ags, geometry }) => ({ key: ags, geometry }))),
  );
  const touches = (a: string, b: string) => maps.some((map) => map.get(a)?.has(b));
  const vanished = [...extract2020.values()]
    .filter(({ ags }) => !current.has(ags))
    .map(({ ags, name, areaKm2: area }) => ({ key: ags, name, areaKm2: area }));
  const grown = [...current.values()].map(
    ({ ags, name, areaKm2: area }): Grown => ({
      key: ags ?? '',
      name,
      growthKm2: (area ?? 0) - (extract2020.get(ags ?? '')?.areaKm2 ?? 0),
    }),
  );
  const matches = matchByArea(vanished, grown, (old, taker) =>
    extract2020.has(taker.key)
      ? touches(old.key, taker.key) ||
        vanished.some(({ key }) => touches(old.key, key) && touches(key, taker.key))
      : old.key.slice(0, 5) === taker.key.slice(0, 5) || foldName(old.name) === foldName(taker.name),
  );
  for (const { vanished: old, into, errorKm2 } of matches)
    console.log(
      `  ${old.key} ${old.name} ${old.areaKm2} km² → ${into.map(({ key, name, growthKm2 }) => `${key} ${name} +${growthKm2.toFixed(2)} km²`).join(', ')} (group off by ${errorKm2.toFixed(2)} km²)`,
    );
  for (const old of vanished)
    if (!matches.some((match) => match.vanished === old)) console.log(`  ${old.key} ${old.name}: NOT FOUND`);
  return new Map(
    matches.map(({ vanished: old, into }) => [
      old.key,
      {
        into: into.map(({ key }) => key),
        name: old.name,
        changedBy: today,
        source: 'Flächenvergleich 2020/2023',
      },
    ]),
  );
};

/** A district whose municipalities all went into one other district leads there, too. */
const districtsOf = (successions: Succession[], current: Map<string, RegisterFacts>): Succession[] => {
  const districts = new Set([...current.keys()].map((ags) => ags.slice(0, 5)));
  const found = new Map<string, Succession>();
  for (const one of successions) {
    const oldAgs = one.oldAgs.slice(0, 5);
    const ars = one.ars.slice(0, 5);
    if (districts.has(oldAgs) || found.has(oldAgs)) continue;
    if (successions.every((other) => !other.oldAgs.startsWith(oldAgs) || other.ars.startsWith(ars)))
      found.set(oldAgs, { ...one, oldAgs, ars, part: 1, oldName: districtNames[oldAgs] ?? one.oldName });
  }
  return [...found.values()];
};

// The editions at hand list municipalities only; these are the districts dissolved between them.
const districtNames: Record<string, string> = { '03152': 'Göttingen', '03156': 'Osterode am Harz' };
