import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { testDatabase } from '../../../foundation/testing/database.ts';
import { loadPlaceIndex, seedMunicipalities } from '../../municipalities/index.ts';
import { areasOf } from '../areas.ts';
import { importText, munichSource, realLists } from '../import/import.builder.ts';
import type { CatalogueSource } from '../import/run/source.ts';
import { type AuthorityAnswer, findAuthority, type Whereabouts } from './find-authority.ts';

const context = await testDatabase({ name: 'register', work: seedMunicipalities });
await seedMunicipalities(context);
const places = await loadPlaceIndex(context.database);
const asked = { ...context, places };

const RESIDENCE = '99115005000000';
const source: CatalogueSource = {
  ars: '01060',
  id: 'kreis',
  name: 'Kreis Segeberg',
  format: 'csv',
  attribution: 'erfunden',
  demonstration: true,
};
await importText(
  context,
  source,
  `satz;kennung;name;schluessel;leistung;gebiet;stelle;strassen;postleitzahlen;zustaendig_ueber;rolle
leistung;s1;Wohnsitz anmelden;${RESIDENCE};;;;;;;
stelle;amt;Amt Leezen, Bürgerbüro;;;;;;;;
stelle;kreis;Kreis Segeberg, Meldestelle;;;;;;;;
stelle;nord;Bürgerbüro Nord;;;;;;;;
zustaendigkeit;r1;;${RESIDENCE};;010605053;amt;;;;
zustaendigkeit;r2;;${RESIDENCE};;01060;kreis;;;;
zustaendigkeit;r3;;${RESIDENCE};;010600063063;nord;Ulzburger Straße 1-99 | Lindenweg;;;
zustaendigkeit;r4;;${RESIDENCE};;010600005005;;;;010600063063;
zustaendigkeit;r5;;${RESIDENCE};;bund;kreis;;;;ansprechpunkt
`,
  areasOf(places),
);

const ask = (place: Whereabouts, spot = {}): Promise<AuthorityAnswer> =>
  findAuthority(asked, { service: { id: '', leikaKeys: [RESIDENCE] }, place, spot });

const said = (answer: AuthorityAnswer): string => {
  if (answer.kind === 'one')
    return `${answer.rule.authority.name}, ${answer.reason.unit?.name ?? 'Deutschland'}`;
  if (answer.kind === 'ask') return `ask ${answer.by}`;
  return answer.kind === 'ask-place' ? `which of ${answer.candidates.length}` : `unknown ${answer.why}`;
};

const cases: [what: string, place: Whereabouts, answer: RegExp][] = [
  ['a village of an association', { ars: '010605053053' }, /^Amt Leezen, Bürgerbüro, Amt Leezen$/],
  ['its old eight-digit key', { ars: '01060053' }, /^Amt Leezen/],
  ['a name that two municipalities have', { text: 'Leezen' }, /^which of 2$/],
  ['a position in it', { point: { lon: 10.252, lat: 53.868 } }, /^Amt Leezen/],
  [
    'another municipality of the district',
    { text: 'Bad Bramstedt' },
    /^Kreis Segeberg, Meldestelle, Kreis Segeberg/,
  ],
  ['a town by streets, nothing known', { text: 'Norderstedt' }, /^ask street/],
  [
    'a town by streets, with the street',
    { text: 'Lindenweg 4, Norderstedt' },
    /^Bürgerbüro Nord, Norderstedt/,
  ],
  ['a range of house numbers', { text: 'Ulzburger Str. 7, 22844 Norderstedt' }, /^Bürgerbüro Nord/],
  ['beyond the range: the district', { text: 'Ulzburger Str. 101, 22844 Norderstedt' }, /^Kreis Segeberg/],
  ['the rest of the country has whom to ask', { text: 'Karlsruhe' }, /Deutschland/],
  ['a postcode of several municipalities', { postcode: '54298' }, /^which of \d+/],
  ['a place that nobody knows', { text: 'Xyzzyx' }, /^unknown no-place/],
  ['a key that nobody knows', { ars: '99999999' }, /^unknown no-place/],
  ['a point abroad', { point: { lon: 2.35, lat: 48.85 } }, /^unknown outside/],
  ['a municipality that was merged', { ars: '16056000' }, /Deutschland/],
];
for (const [what, place, expected] of cases)
  test(`${what} is answered`, async () => assert.match(said(await ask(place)), expected));

test('a matter left to another town is followed', async () => {
  const answer = await ask({ text: 'Bad Segeberg' });
  assert.equal(said(answer), 'Bürgerbüro Nord, Norderstedt');
  assert.ok(answer.kind === 'one');
  assert.deepEqual(
    answer.reason.actingFor.map(({ name }) => name),
    ['Bad Segeberg'],
  );
});

test('a service that nobody has a rule for is not known', async () => {
  const answer = await findAuthority(asked, {
    service: { id: '', leikaKeys: ['99000000000000'] },
    place: { text: 'Bad Segeberg' },
  });
  assert.equal(said(answer), 'unknown no-rule');
});

const skip = existsSync('../shared/data/services') ? false : 'the real lists are not here';
test('Wohnsitz anmelden from a street position in Munich: one office, the reason, its age', {
  skip,
}, async (t) => {
  await importText(context, munichSource, realLists('muenchen'), areasOf(places));
  const answer = await ask({ point: { lon: 11.5358, lat: 48.1529 } });
  assert.ok(answer.kind === 'one', said(answer));
  assert.equal(answer.rule.authority.name, 'Bürgerbüro Leonrodstraße');
  assert.equal(answer.reason.unit?.name, 'München');
  assert.equal(answer.reason.nearestOf?.offices, 7);
  assert.ok((answer.reason.nearestOf?.metres ?? 1000) < 200);
  assert.equal(answer.rule.readAt.getTime(), context.clock().getTime());
  t.diagnostic(`${answer.rule.authority.name}, ${Math.round(answer.reason.nearestOf?.metres ?? 0)} m`);
  assert.equal(said(await ask({ text: 'München' })), 'ask office');
});
