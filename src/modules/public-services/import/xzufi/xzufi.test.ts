import assert from 'node:assert/strict';
import { test } from 'node:test';
import { streamOf } from '../import.builder.ts';
import type { ReadItem } from '../reading.ts';
import { message, office, remove, rule, service, write } from './xzufi.builder.ts';
import { xzufi } from './xzufi.ts';

const read = async (xml: string | Uint8Array): Promise<ReadItem[]> => {
  const items: ReadItem[] = [];
  for await (const item of xzufi.read(streamOf(xml))) items.push(item);
  return items;
};

const ENTRIES = [
  write(
    1,
    service(
      'S1',
      { de: 'Wohnsitz anmelden', en: 'Register a residence' },
      {
        '05': { de: '&lt;p&gt;Sie sind &lt;b&gt;umgezogen&lt;/b&gt; &amp;amp; melden sich an.&lt;/p&gt;' },
        '08': { de: 'Ausweis' },
      },
    ),
  ),
  write(2, office('O1', 'Bürgerbüro Mitte')),
  write(3, rule('R1', 'S1', 'O1', ['091620000000', '091630000000'])),
  remove(7, 'leistung', 'S0'),
];

const styles: [name: string, style: Parameters<typeof message>[1]][] = [
  ['2.2 with prefix', {}],
  ['2.2 in the default namespace', { prefix: '' }],
  ['2.1', { namespace: 'http://xoev.de/schemata/xzufi/2_1_0', version: '2.1.0', prefix: 'ns2:' }],
];
for (const [name, style] of styles)
  test(`a message is read: ${name}`, async () => {
    const [first, second, third, fourth, ...rest] = await read(message(ENTRIES, style));
    assert.deepEqual(rest, []);
    assert.ok(first && 'kind' in first && first.kind === 'service');
    assert.equal(first.foreignId, 'L100099:S1');
    assert.equal(first.facts.name, 'Wohnsitz anmelden');
    assert.equal(first.facts.names.en, 'Register a residence');
    assert.deepEqual(first.facts.leikaKeys, ['99115005000000']);
    assert.deepEqual(first.facts.texts, [
      { kind: 'summary', language: 'de', text: 'Sie sind umgezogen & melden sich an.' },
      { kind: 'evidence', language: 'de', text: 'Ausweis' },
      { kind: 'processingTime', language: 'de', text: 'sofort' },
    ]);
    assert.ok(second && 'kind' in second && second.kind === 'authority');
    assert.deepEqual(second.facts.address, {
      street: 'Lindenweg',
      houseNumber: '3',
      postcode: '80331',
      town: 'München',
    });
    assert.equal(second.facts.phone, '089 1234');
    assert.ok(third && 'kind' in third && third.kind === 'responsibility');
    assert.deepEqual(third.facts, {
      service: { foreignId: 'L100099:S1' },
      areaKeys: ['091620000000', '091630000000'],
      authorityForeignId: 'L100099:O1',
      role: 'responsible',
    });
    assert.deepEqual(fourth, { removed: 'service', foreignId: 'L100099:S0' });
  });

const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>`;
const external = `<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd">]>`;
const good = message(ENTRIES);
const hostile: [name: string, xml: string | Uint8Array, reason: RegExp][] = [
  ['entities that grow', good.replace('?>\n', `?>\n${bomb}`), /DOCTYPE/],
  ['an external entity', good.replace('?>\n', `?>\n${external}`).replace('Mitte', '&file;'), /DOCTYPE/],
  ['an entity that nobody declared', good.replace('Mitte', '&mitte;'), /Kein gültiges XML/],
  ['cut off in the middle', good.slice(0, 900), /Kein gültiges XML/],
  ['another namespace', good.replaceAll('xzufi/2_2_0', 'xzufi/3_0_0'), /Namensraum/],
  ['no XML', '{"services": []}', /Kein gültiges XML/],
  ['no entry', message([]), /keinen Eintrag/],
  ['positions that go back', message([...ENTRIES, write(2, office('O2', 'Amt'))]), /steigen nicht/],
  ['a position twice', message([ENTRIES[0] ?? '', ENTRIES[0] ?? '']), /steigen nicht/],
  [
    'no position',
    message([ENTRIES[0]?.replace(/<·transaktionPosition>.*?<\/·transaktionPosition>/, '') ?? '']),
    /steigen nicht/,
  ],
  ['not UTF-8 as it says', Buffer.from(good, 'latin1'), /Kein gültiges XML/],
  ['nested without end', `${good.slice(0, 300).split('<xzufi:nach')[0]}${'<a>'.repeat(100)}`, /tief/],
];
for (const [name, xml, reason] of hostile)
  test(`a message is refused: ${name}`, async () => {
    const last = (await read(xml)).at(-1);
    assert.ok(last && 'unreadable' in last, JSON.stringify(last));
    assert.match(last.unreadable.de, reason);
  });

test('another character set is read as it says', async () => {
  const [, second] = await read(Buffer.from(good.replace('UTF-8', 'ISO-8859-1'), 'latin1'));
  assert.ok(second && 'kind' in second && second.kind === 'authority');
  assert.equal(second.facts.name, 'Bürgerbüro Mitte');
});

test('a bad record costs no other, and what is not known yet is counted', async () => {
  const items = await read(
    message([
      write(1, service('', { de: 'Ohne Kennung' })),
      write(2, service('S2', {})),
      write(3, '<·onlinedienst></·onlinedienst>'),
      write(4, rule('R2', 'S1', 'O1', [])),
      write(5, office('O1', 'Bürgerbüro')),
    ]),
  );
  assert.deepEqual(
    items.map((item) =>
      'rejected' in item
        ? `${item.position} ${item.rejected.en}`
        : 'skipped' in item
          ? item.skipped
          : 'foreignId' in item && item.foreignId,
    ),
    [
      'Position 1 The id is missing or too long.',
      'Position 2 The name is missing.',
      'onlinedienst',
      'Position 4 The responsibility lacks its id, service, area or office.',
      'L100099:O1',
    ],
  );
});
