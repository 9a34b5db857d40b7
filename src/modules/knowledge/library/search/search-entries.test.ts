import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TEST_NOW, testDatabase } from '../../../../foundation/testing/database.ts';
import { seedOrganisation } from '../../../accounts/index.ts';
import { displayName, loadPlaceIndex, seedMunicipalities } from '../../../municipalities/index.ts';
import { wordsOfParts } from '../act-on-entry.ts';
import type { EntryKind, Parts } from '../contract.ts';
import { aCaseStudy, aStoppedProject } from '../entry.builder.ts';
import { insertEntry, publishVersion } from '../entry-store.ts';
import { corpus, questions } from './questions.builder.ts';
import { readSearch } from './read-search.ts';
import { searchEntries } from './search-entries.ts';

const context = await testDatabase({ name: 'register', work: seedMunicipalities });
await seedMunicipalities(context);
const places = await loadPlaceIndex(context.database);
const LEEZEN = '010605053053';

const publish = async (ars: string, kind: EntryKind, parts: Parts): Promise<string> => {
  const { database } = context;
  const unit = places.get(ars) ?? assert.fail(ars);
  const organisation = { ars, id: ars, kind: unit.level, name: displayName(unit) };
  await seedOrganisation(context, organisation, []);
  const id = context.newId();
  await insertEntry(database, organisation, { id, kind, parts, now: TEST_NOW });
  await publishVersion(database, { ars, id }, { parts, words: wordsOfParts(parts), now: TEST_NOW });
  return id;
};

const names = new Map<string, string>();
for (const [name, ars, parts] of corpus)
  names.set(
    await publish(
      ars,
      'caseStudy',
      aCaseStudy({ ...parts, legalBasis: 'Gesetz', failed: 'Anfangs fehlte Zeit.' }),
    ),
    name,
  );

const search = async (query: Record<string, string>, ars?: string) =>
  searchEntries({ database: context.database, places, now: TEST_NOW }, readSearch(query), ars);
const found = async (query: Record<string, string>, ars?: string) =>
  (await search(query, ars)).map(({ entry }) => names.get(entry.id));

test('thirty questions, with typing errors: the right entry is first, or among the first three', async (t) => {
  const places3: number[] = [];
  for (const [typed, means] of questions) {
    const at = (await found({ q: typed })).indexOf(means);
    places3.push(at);
    if (at !== 0) t.diagnostic(`»${typed}«: ${at < 0 ? 'not found' : `place ${at + 1}`}`);
  }
  const first = places3.filter((at) => at === 0).length;
  const three = places3.filter((at) => at >= 0 && at < 3).length;
  t.diagnostic(`${questions.length} questions: ${first} first, ${three} among the first three`);
  assert.ok(first >= 26, `${first} first`);
  assert.ok(three >= 28, `${three} among the first three`);
});

test('the same question is answered by the village in a village, and by the city in a city', async () => {
  assert.equal((await found({ q: 'Hochwasser' }, LEEZEN))[0], 'water');
  assert.equal((await found({ q: 'Hochwasser' }, '082220000000'))[0], 'water-city');
});

test('what nobody wrote about is not found, and signs of a query language do nothing', async () => {
  assert.deepEqual(await found({ q: 'Flugtaxi' }), []);
  assert.equal((await found({ q: "Rufbus' | !x & <-> :*" }))[0], 'bus');
});

test('a stopped project is found by its reason, without likeness, whoever asks', async () => {
  const id = await publish(LEEZEN, 'stopped', aStoppedProject());
  const [hit, ...others] = await search({ grund: 'law' }, LEEZEN);
  assert.deepEqual([hit?.entry.id, others.length], [id, 0]);
  assert.deepEqual([hit?.parts.likeness, hit?.entry.ars, hit?.entry.organisation], [null, null, null]);
  const [elsewhere] = await search({ grund: 'law' }, '082120000000');
  assert.equal(elsewhere?.rank, hit?.rank);
  assert.deepEqual(await search({ grund: 'law', groesse: 'bis-5000' }), []);
});
