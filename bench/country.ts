import { openDrawing } from '../src/modules/knowledge/country/open-drawing.ts';
import { loadPlaceIndex } from '../src/modules/municipalities/index.ts';
import { createApp } from './answers.ts';
import { type Engine, freshDatabase } from './database.ts';
import { median, type Section, short } from './figures.ts';

const ATTEMPTS = 5;
const RULES = 20;

/** Every municipality does everything: offers from a source of its own, a catalogue, rules, forms, a car park. */
const fullHouse = (offers: number): string => `
  set statement_timeout = 0;
  create temporary table town as select ars, row_number() over (order by ars) as number
    from municipalities.municipality where level = 'municipality' and valid_to is null;
  insert into offers.source (ars, id, name, format, attribution, read_at) select ars, 'bench', 'Bench', 'csv', 'Bench', now() from town;
  insert into offers.offer (ars, id, kind, category, name, attribution, read_at, created_at, changed_at, search_text)
    select ars, gen_random_uuid(), 'place', (array['playground', 'museum', 'library', 'park', 'swimming'])[1 + n % 5], 'Ort ' || n,
      'Bench', now(), now() - n * interval '1 minute', now(), 'ort' from town,
      generate_series(1, greatest(1, ${offers} / (select count(*)::integer from town))) n;
  insert into offers.sighting (ars, source_ars, source_id, foreign_id, offer_id, content_hash, read_at)
    select ars, ars, 'bench', id::text, id, 'x', now() from offers.offer;
  insert into public_services.source (ars, id, name, format, attribution, read_at) select ars, 'bench', 'Bench', 'csv', 'Bench', now() from town;
  insert into public_services.responsibility (ars, source_id, foreign_id, id, facts, areas, content_hash, run_id, read_at, changed_at)
    select ars, 'bench', n, gen_random_uuid(), '{"authorityForeignId": "a"}', array[ars], 'x', gen_random_uuid(), now(), now()
    from town, generate_series(1, ${RULES}) n;
  insert into public_services.form (ars, id, version, definition, published_at)
    select ars, 'form-' || n, v, '{}', now() from town, generate_series(1, 5) n, generate_series(1, 3) v;
  insert into parking.source (ars, id, name, format, attribution, read_at) select ars, 'bench', 'Bench', 'csv', 'Bench', now() from town;
  insert into parking.site (ars, id, source_ars, source_id, foreign_id, content_hash, name, purpose, kind, lon, lat, pt, created_at, changed_at)
    select ars, gen_random_uuid(), ars, 'bench', n, 'x', 'P', 'car', 'garage', 9, 50, point(0, 0), now(), now()
    from town, generate_series(1, 5) n;
  insert into accounts.organisation (ars, id, kind, name, created_at) select ars, ars, 'municipality', 'Bench', now() from town;
  insert into knowledge.entry (ars, organisation_id, id, kind, version, published_at, created_at, changed_at)
    select ars, ars, gen_random_uuid(), 'caseStudy', 1, now(), now(), now() from town;
  insert into knowledge.entry_version (ars, entry_id, version, parts, published_at)
    select ars, id, 1, '{"field": "energy"}', now() from knowledge.entry;
  analyze`;

/** Counting all towns in a full house, and a page and a list from the count that is kept. */
export const measureCountry = async (engine: Engine, offers: number): Promise<Section> => {
  const platform = await freshDatabase(engine, 'bench_country');
  await platform.connection.pool.query(fullHouse(offers));
  const places = await loadPlaceIndex(platform.database);
  const began = performance.now();
  openDrawing(places);
  const drawing = performance.now() - began;
  const ask = async (path: string, attempts: number, openApp = false): Promise<string> => {
    const times: number[] = [];
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      // Another server has counted nothing yet.
      if (openApp) app = createApp(platform, places);
      const asked = performance.now();
      const response = await app.request(`http://bench.example${path}`);
      await response.text();
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      times.push(performance.now() - asked);
    }
    return short(median(times));
  };
  let app = createApp(platform, places);
  const rows = [
    ['the first page after a start: all modules are asked', await ask('/lagebild', ATTEMPTS, true)],
    ['every other page', await ask('/lagebild', ATTEMPTS)],
    [
      'list of all that is not known in a field',
      await ask('/lagebild/gemeinden?zeichen=unbekannt&feld=energy', ATTEMPTS),
    ],
    ['numbers as JSON', await ask('/api/network/country', ATTEMPTS)],
    ['all towns as CSV', await ask('/lagebild/gemeinden.csv', ATTEMPTS)],
  ];
  await platform.close();
  return {
    title: `Picture of the country: ${places.municipalities.length.toLocaleString('en-GB')} units that all do everything, ${offers.toLocaleString('en-GB')} offers`,
    head: ['what', `median of ${ATTEMPTS}, ms`],
    rows,
    notes: [
      `Each town has ${RULES} rules, five forms in three versions, five car parks and one entry: one query for each sign and module. Later counts are made while the old one is shown.`,
      `Once for a register: ${short(drawing)} ms to join and draw the outlines of the states.`,
    ],
  };
};
