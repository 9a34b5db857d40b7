import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { areaKm2 } from './area-locator.ts';
import type { PlaceAnswer } from './place-answers.ts';
import type { PlaceIndex } from './place-index.ts';
import { shippedPlaceIndex } from './shipped-place-index.builder.ts';

let places: PlaceIndex;
before(async () => {
  places = await shippedPlaceIndex();
});

const shortly = (answer: PlaceAnswer): string => {
  if (answer.kind === 'one') return `one ${answer.municipality.ags}`;
  if (answer.kind === 'none') return 'none';
  return `ask ${answer.candidates.map(({ municipality }) => municipality.ags).join(' ')}`;
};

test('the register adds up', () => {
  const { municipalities, units } = places;
  assert.equal(municipalities.length, 10_981);
  assert.equal(municipalities.filter(({ kind }) => !/unincorporated/i.test(kind)).length, 10_773);
  const people = (level: string) =>
    units.filter((unit) => unit.level === level).reduce((sum, { population }) => sum + (population ?? 0), 0);
  assert.equal(people('municipality'), 84_358_845);
  assert.equal(people('state'), 84_358_845);
  assert.equal(units.filter(({ level }) => level === 'district').length, 400);
});

test('every municipality on land has an outline about as large as the register says', (t) => {
  const missing = places.municipalities.filter(({ ars }) => !places.boundaryOf(ars));
  assert.deepEqual(
    missing.map(({ ars }) => ars),
    ['070009999999', '100429999999', '130009999999'],
    'two waters shared with Luxembourg and the coastal sea',
  );
  const off = places.municipalities.filter(({ ars, areaKm2: official }) => {
    const outline = places.boundaryOf(ars);
    return outline && official && Math.abs(areaKm2(outline) - official) > Math.max(1, official * 0.1);
  });
  t.diagnostic(`${off.length} outlines differ from the register by more than a tenth and 1 km²`);
  // Mostly coasts: the register counts waters that the map does not draw.
  assert.ok(off.length < 100, off.map(({ name }) => name).join(', '));
});

test('seats lie inside their own outlines', (t) => {
  const seats = places.municipalities.flatMap(({ ars, point }) => (point ? [{ ars, point }] : []));
  const own = seats.filter(({ ars, point }) => {
    const answer = places.byPoint(point);
    return answer.kind === 'inside' && answer.municipality.ars === ars;
  });
  t.diagnostic(`${own.length} of ${seats.length} seats`);
  assert.ok(own.length >= 10_970);
});

test('any point near a seat has an answer', () => {
  const seats = places.municipalities.flatMap(({ point, kind }) =>
    point && !/unincorporated/i.test(kind) ? [point] : [],
  );
  const shift = fc.double({ min: -0.03, max: 0.03, noNaN: true });
  fc.assert(
    fc.property(fc.constantFrom(...seats), shift, shift, ({ lon, lat }, dLon, dLat) => {
      assert.notEqual(places.byPoint({ lon: lon + dLon, lat: lat + dLat }).kind, 'outside');
    }),
    { numRuns: 2_000 },
  );
});

test('points off the land', () => {
  const cases: [string, number, number, string][] = [
    ['Karlsruhe, market place', 8.4037, 49.0093, 'inside'],
    ['on Lake Constance', 9.3, 47.62, 'approximate'],
    ['North Sea', 6.5, 54.8, 'outside'],
    ['Paris', 2.35, 48.86, 'outside'],
    ['0,0', 0, 0, 'outside'],
  ];
  for (const [where, lon, lat, kind] of cases) assert.equal(places.byPoint({ lon, lat }).kind, kind, where);
});

test('text that names one place, several, or none', () => {
  const cases: [string, string][] = [
    ['Karlsruhe', 'one 08212000'],
    ['Köln', 'one 05315000'],
    ['koln', 'one 05315000'],
    ['KOELN', 'one 05315000'],
    ['Flensburg, Stadt', 'one 01001000'],
    ['Kiel, Landeshauptstadt', 'one 01002000'],
    ['Münster', 'ask 05515000 06432015 09779187'],
    ['Münster (Hessen)', 'one 06432015'],
    ['Münster, Bayern', 'one 09779187'],
    ['Münster, Stadt', 'one 05515000'],
    ['Munster', 'ask 05515000 03358016 06432015 09779187'],
    ['Freiburg', 'ask 08311000 03359018'],
    ['Frankfurt am Main', 'one 06412000'],
    ['Rothenburg ob der Tauber', 'one 09571193'],
    ['Rothenburg o.d.T.', 'one 09571193'],
    ['Neustadt an der Aisch', 'one 09575153'],
    ['St. Peter-Ording', 'one 01054113'],
    ['Neuenkirchen, Landkreis Osnabrück', 'one 03459027'],
    ['Karlsrhue', 'ask 08212000'],
    ['76131', 'one 08212000'],
    ['48143 Münster', 'one 05515000'],
    ['54298 Aach', 'one 07235001'],
    ['08212000', 'one 08212000'],
    ['082120000000', 'one 08212000'],
    ['16056000', 'one 16063105'],
    ['16064073', 'ask 16064071 16061118 16064046'],
    ['00000', 'none'],
    ['Xyzzyqq', 'none'],
    ['', 'none'],
    ['(', 'none'],
    ['🏰', 'none'],
  ];
  for (const [text, expected] of cases) {
    assert.equal(shortly(places.resolvePlace(text)), expected, text);
  }
});

test('a postcode of several municipalities is asked, with its source', () => {
  const answer = places.byPostcode('54298');
  assert.equal(answer.kind, 'ask');
  if (answer.kind !== 'ask') return;
  assert.equal(answer.candidates.length, 7);
  assert.match(answer.source, /OpenStreetMap/);
});

test('the typing aid: best match first, then the larger place; namesakes told apart', () => {
  const labels = (text: string, limit?: number) =>
    places.byName(text, limit).map(({ label, hint, match }) => `${label} [${hint}] ${match}`);
  assert.deepEqual(labels('ber', 2), [
    'Berlin [Berlin] prefix',
    'Bergisch Gladbach [Rheinisch-Bergischer Kreis, Nordrhein-Westfalen] prefix',
  ]);
  assert.deepEqual(labels('rothenburg tauber'), [
    'Rothenburg ob der Tauber [Landkreis Ansbach, Bayern] word',
  ]);
  assert.deepEqual(labels('Karlsrue', 1), ['Karlsruhe [Baden-Württemberg] similar']);
  assert.equal(labels('neuenkirchen').length, 10);
  assert.equal(new Set(labels('neuenkirchen', 50)).size, labels('neuenkirchen', 50).length);
  assert.deepEqual(labels('  '), []);
});

test('old keys lead to who stands in their place', () => {
  const eisenach = places.byAgs('16056000');
  assert.equal(eisenach.kind, 'succeeded');
  if (eisenach.kind !== 'succeeded') return;
  assert.equal(eisenach.successors[0].ars, '160630105105');
  assert.match(eisenach.note.de, /^Eisenach \(Schlüssel 16056000\) .* 30\. November 2023 zu: Eisenach\.$/);
  const cases: [string, string][] = [
    ['01059064', '01059188'],
    ['03153009', '03153019'],
    ['09374451', '09374129'],
    ['12073603', '12073532'],
    ['16056', '16063'],
    ['03152', '03159'],
  ];
  for (const [old, now] of cases) {
    const answer = places.byAgs(old);
    assert.equal(answer.kind === 'succeeded' && answer.successors[0].ags, now, old);
  }
  assert.equal(places.byAgs('08212000').kind, 'current');
  assert.equal(places.byAgs('99999999').kind, 'unknown');
});

test('the chain of responsible levels leaves out an association of one', () => {
  const names = (ars: string) => places.chain(ars).map(({ level, name }) => `${level} ${name}`);
  assert.deepEqual(names('010595974083'), [
    'municipality Süderbrarup',
    'association Süderbrarup',
    'district Schleswig-Flensburg',
    'state Schleswig-Holstein',
  ]);
  assert.deepEqual(names('082120000000'), [
    'municipality Karlsruhe',
    'district Karlsruhe',
    'region Reg.-Bez. Karlsruhe',
    'state Baden-Württemberg',
  ]);
  assert.deepEqual(places.chain('nonsense'), []);
});

test('neighbours share a border, both ways', () => {
  const names = places.neighbours('082120000000').map(({ name }) => name);
  assert.ok(names.includes('Ettlingen') && names.includes('Wörth am Rhein'), names.join());
  assert.deepEqual(
    places.neighbours('010560025025').map(({ name }) => name),
    [],
    'Helgoland',
  );
  fc.assert(
    fc.property(fc.constantFrom(...places.municipalities), ({ ars }) => {
      for (const other of places.neighbours(ars))
        assert.ok(places.neighbours(other.ars).some((back) => back.ars === ars));
    }),
  );
});

test('districts and states are joined from their municipalities', () => {
  for (const unit of places.units.filter(({ level }) => level === 'district' || level === 'state')) {
    const outline = places.districtBoundary(unit.ars);
    const parts = places
      .municipalitiesOf(unit.ars)
      .reduce(
        (sum, { ars }) => sum + areaKm2(places.boundaryOf(ars) ?? { type: 'MultiPolygon', coordinates: [] }),
        0,
      );
    assert.ok(outline && Math.abs(areaKm2(outline) - parts) < parts / 1_000, unit.name);
  }
  assert.equal(places.districtBoundary('99'), undefined);
});
