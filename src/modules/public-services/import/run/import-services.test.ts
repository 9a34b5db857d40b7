import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { testDatabase } from '../../../../foundation/testing/database.ts';
import { seedMunicipalities } from '../../../municipalities/index.ts';
import { berlinSource, importText, munichSource, realLists } from '../import.builder.ts';
import { above, message, office, remove, rule, service, write } from '../xzufi/xzufi.builder.ts';
import { importServices } from './import-services.ts';
import type { Areas, CatalogueSource } from './source.ts';

const context = await testDatabase({ name: 'register', work: seedMunicipalities });
await seedMunicipalities(context);
const { pool } = context.connection;

/** As the register says: 16056000 went into the Wartburg district, 99 was divided. */
const areas: Areas = {
  findArea: (key) => {
    if (key === '16056000') return { ars: '160630105105' };
    if (key === '99999999') return { dividedAmong: ['082120000000', '055150000000'] };
    return /^(09162000|091620000000)$/.test(key)
      ? { ars: '091620000000' }
      : /^[01]\d{1,11}$/.test(key)
        ? { ars: key }
        : undefined;
  },
};

const source = (id: string, format: CatalogueSource['format'], ars = '091620000000'): CatalogueSource => ({
  ars,
  id,
  name: 'Versuch',
  format,
  attribution: 'Versuch',
  demonstration: true,
});

const run = async (from: CatalogueSource, text: string) => {
  const report = await importText(context, from, text, areas);
  return 'refused' in report
    ? report
    : {
        ...report.counts,
        reasons: report.rejected.map(({ position, reason }) => `${position}: ${reason.de}`),
      };
};

const countIn = async (table: string, id: string): Promise<number> =>
  (
    await pool.query(
      `select count(*) from public_services.${table} where source_id = $1 and withdrawn_at is null`,
      [id],
    )
  ).rows[0].count;

const HEAD = 'satz,kennung,name,schluessel,leistung,gebiet,stelle,zustaendig_ueber,uebergeordnet,gueltig_bis';
const csv = (...lines: string[]) => [HEAD, ...lines].join('\n');
const S = 'leistung,s1,Wohnsitz anmelden,99115005000000,,,,,,';
const O = 'stelle,o1,Bürgerbüro,,,,,,,';
const R = 'zustaendigkeit,r1,,,s1,09162000,o1,,,';

test('a table is read; the second time nothing changes; what is missing is withdrawn and may return', async () => {
  const table = source('tabelle', 'csv');
  assert.deepEqual((await run(table, csv(S, O, R))) as object, {
    read: 3,
    created: 3,
    changed: 0,
    unchanged: 0,
    returned: 0,
    withdrawn: 0,
    rejected: 0,
    skipped: {},
    reasons: [],
  });
  const again = await run(table, csv(S, O, R));
  assert.ok('unchanged' in again);
  assert.deepEqual([again.created, again.changed, again.unchanged], [0, 0, 3]);
  const without = await run(table, csv(S.replace('anmelden', 'ummelden'), O));
  assert.ok('withdrawn' in without);
  assert.deepEqual([without.changed, without.withdrawn], [1, 1]);
  assert.equal(await countIn('responsibility', 'tabelle'), 0);
  const back = await run(table, csv(S, O, R));
  assert.ok('returned' in back);
  assert.deepEqual([back.changed, back.returned], [1, 1]);
});

const bad: [name: string, line: string, reason: RegExp][] = [
  ['an unknown kind', 'dienst,x,Name,,,,,,,', /leistung, stelle oder zustaendigkeit/],
  ['no name', 'leistung,x,,,,,,,,', /Name fehlt/],
  ['a wrong key', 'leistung,x,Name,99115,,,,,,', /kein Leistungsschlüssel/],
  ['an area that was divided', 'zustaendigkeit,x,,,s1,99999999,o1,,,', /aufgeteilt/],
  ['an area that nobody knows', 'zustaendigkeit,x,,,s1,77,o1,,,', /Gemeindeverzeichnis/],
  ['an office that is not there', 'zustaendigkeit,x,,,s1,09162000,o9,,,', /Stelle gibt es nicht/],
  ['a service that is not there', 'zustaendigkeit,x,,,s9,09162000,o1,,,', /Leistung gibt es nicht/],
  ['no office at all', 'zustaendigkeit,x,,,s1,09162000,,,,', /stelle.*zustaendig_ueber/],
  ['a day that is none', 'zustaendigkeit,x,,,s1,09162000,o1,,,2026-02-31x', /kein Datum/],
  ['a character that does not exist', 'zustaendigkeit,x,,,s1,09162000,o1\u0000,,,', /Zeichen/],
  ['an office above itself', 'stelle,x,Amt,,,,,,x,', /über sich selbst/],
];
for (const [name, line, reason] of bad)
  test(`a bad record is named and costs no other: ${name}`, async () => {
    const report = await run(source('fehler', 'csv'), csv(S, O, R, line));
    assert.ok('reasons' in report);
    assert.equal(report.reasons.length, 1);
    assert.match(report.reasons[0] ?? '', reason);
    assert.equal(await countIn('responsibility', 'fehler'), 1);
  });

test('responsibilities that run in a circle are refused', async () => {
  const report = await run(
    source('kreis', 'csv'),
    csv(
      S,
      O,
      'zustaendigkeit,a,,,s1,08212,,08215,,',
      'zustaendigkeit,b,,,s1,08215,,08212,,',
      'zustaendigkeit,c,,,s1,08222,,08212,,',
    ),
  );
  assert.ok('reasons' in report);
  assert.deepEqual(report.reasons.map((reason) => reason.slice(0, 1)).sort(), ['a', 'b']);
});

test('an old key leads to the unit of today', async () => {
  await run(source('alt', 'csv'), csv(S, O, 'zustaendigkeit,r1,,,s1,16056000,o1,,,'));
  const { rows } = await pool.query(
    `select distinct area_ars, service_key from public_services.responsibility_key where source_id = 'alt' order by 2`,
  );
  assert.deepEqual(
    rows.map(({ area_ars }) => area_ars),
    ['160630105105', '160630105105'],
  );
  assert.ok(rows.some(({ service_key }) => service_key === '99115005000000'));
});

const refused: [name: string, format: CatalogueSource['format'], text: string][] = [
  ['a table without its columns', 'csv', 'a,b\n1,2'],
  ['lists that are none', 'munich', '[]'],
  ['XML cut off', 'xzufi', message([write(1, service('S1', { de: 'Name' }))]).slice(0, -20)],
];
for (const [name, format, text] of refused)
  test(`a file is refused and nothing is saved: ${name}`, async () => {
    const from = source(`ganz-${format}`, format);
    const report = await run(from, text);
    assert.ok('refused' in report);
    assert.equal(report.refused, 'unreadable-file');
    assert.equal(await countIn('public_service', from.id), 0);
    const { rows } = await pool.query('select outcome from public_services.import_run where source_id = $1', [
      from.id,
    ]);
    assert.deepEqual(rows, [{ outcome: 'failed' }]);
  });

test('a message of changes takes effect in its order and leaves the rest', async () => {
  const from = source('redaktion', 'xzufi');
  const names = async () =>
    (
      await pool.query(
        `select name from public_services.public_service where source_id = 'redaktion' and withdrawn_at is null order by 1`,
      )
    ).rows.map(({ name }) => name);
  await run(
    from,
    message([
      write(1, service('S1', { de: 'Eins' })),
      write(2, service('S2', { de: 'Zwei' })),
      write(3, office('O1', 'Amt')),
      write(4, rule('R1', 'S1', 'O1', ['09162000'])),
    ]),
  );
  assert.deepEqual(await names(), ['Eins', 'Zwei']);
  await run(from, message([write(5, service('S1', { de: 'Eins neu' })), remove(6, 'leistung', 'S2')]));
  assert.deepEqual(await names(), ['Eins neu']);
  await run(from, message([remove(7, 'leistung', 'S1'), write(8, service('S1', { de: 'Eins zurück' }))]));
  assert.deepEqual(await names(), ['Eins zurück']);
  const circle = await run(
    from,
    message([write(9, office('O1', 'Amt', above('O2'))), write(10, office('O2', 'Amt', above('O1')))]),
  );
  assert.ok('reasons' in circle);
  assert.equal(circle.reasons.length, 3, 'both offices, and the rule that now lacks its office');
});

test('an unknown source is refused', async () => {
  await importText(context, munichSource, '{"services": [], "locations": []}', areas);
  await pool.query(`delete from public_services.source where id = 'gibt-es-nicht'`);
  const report = await importServices(
    context,
    source('gibt-es-nicht', 'csv'),
    { bytes: (async function* () {})() },
    areas,
  );
  assert.ok('refused' in report);
  assert.equal(report.refused, 'unknown-source');
});

const skip = existsSync('../shared/data/services') ? false : 'the real lists are not here';
test('the real lists of Munich and Berlin are read whole', { skip }, async () => {
  const munich = await run(munichSource, realLists('muenchen'));
  assert.ok('reasons' in munich);
  assert.deepEqual(munich.reasons, []);
  assert.equal(await countIn('competent_authority', 'zms'), 109);
  assert.equal(await countIn('public_service', 'zms'), 287);
  const berlin = await run(berlinSource, realLists('berlin_2016'));
  assert.ok('reasons' in berlin);
  // Relations to offices that the list itself does not hold.
  assert.ok(
    berlin.reasons.every((reason) => reason.includes('Stelle gibt es nicht')),
    berlin.reasons[0],
  );
  assert.equal(await countIn('competent_authority', 'zms'), 109 + 496);
});
