import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../foundation/testing/database.ts';
import type { Acting } from '../../accounts/index.ts';
import {
  actsIn,
  aFestival,
  editorOf,
  entryBy,
  KARLSRUHE,
  LEEZEN,
  offersIn,
  places,
} from '../desk/desk.builder.ts';
import { findEntry } from '../desk/entry-store.ts';
import { publishEntry } from '../desk/publish-entry.ts';
import { publisherScopeOf } from '../desk/publisher-scope.ts';
import { countUnanswered } from './list-waiting.ts';
import { declineSuggestion, settleReport, takeSuggestion } from './moderate.ts';
import { reportMistake } from './report-mistake.ts';
import { listOpenReports } from './report-store.ts';
import { suggestEvent } from './suggest-event.ts';

const context = await testDatabase();
const { database, newId } = context;
const notice = { subject: 'Vorschlag', text: 'Sehen Sie nach.' };
const suggest = (fields = aFestival, mail = '', ars = LEEZEN) =>
  suggestEvent(context, { ars, fields, mail }, notice);
const idOf = (result: Awaited<ReturnType<typeof suggest>>): string => {
  assert.ok('id' in result, JSON.stringify(result));
  return result.id;
};
const stored = async (id: string) =>
  (
    await sql<{ outcome: string; mail: string | null; reason: string | null }>`
      select outcome, mail, reason from offers.suggestion where id = ${id}`.execute(database)
  ).rows[0];
let leezen: Acting;
let karlsruhe: Acting;

before(async () => {
  leezen = await editorOf(context, LEEZEN, 'Leezen');
  karlsruhe = await editorOf(context, KARLSRUHE, 'Karlsruhe');
});

test('a suggestion is shown to nobody and told to the editors of the place', async () => {
  const result = await suggest(aFestival, ' Ines@Example.org ');
  assert.ok('id' in result && result.isRead);
  assert.equal((await stored(result.id))?.mail, 'ines@example.org');
  assert.deepEqual(await offersIn(context, LEEZEN), []);
  const told = await sql<{ person_id: string; path: string }>`
    select person_id, path from accounts.notice where topic = 'suggestions'`.execute(database);
  assert.deepEqual(told.rows, [{ person_id: leezen.personId, path: `/rathaus/${LEEZEN}/vorschlaege` }]);
});

test('faults and false mail addresses are refused, all at once', async () => {
  const wrong = await suggest({ name: '', category: 'Fest', start: 'morgen früh' });
  assert.ok('refused' in wrong && wrong.refused === 'faulty');
  assert.deepEqual(wrong.faults.map(({ field }) => field).sort(), ['name', 'start']);
  assert.deepEqual(await suggest(aFestival, 'keine Adresse'), { refused: 'not-a-mail-address' });
});

test('taken over it is a draft of whoever took it, and the mail address is gone', async () => {
  const id = idOf(await suggest(aFestival, 'ines@example.org'));
  assert.deepEqual(await takeSuggestion(context, karlsruhe, id), { refused: 'answered-already' });
  const [first, second] = await Promise.all([1, 2].map(() => takeSuggestion(context, leezen, id)));
  const [taken] = [first, second].filter((result) => result !== undefined && 'entryId' in result);
  assert.ok(taken && 'entryId' in taken);
  assert.equal(taken.suggestion.mail, 'ines@example.org');
  assert.equal([first, second].filter((result) => result && 'refused' in result).length, 1);
  const entry = await findEntry(database, leezen.organisation, taken.entryId);
  assert.equal(entry?.fields.name, 'Sommerfest');
  assert.equal(entry?.owner, leezen.personId);
  assert.deepEqual(await stored(id), { outcome: 'taken', mail: null, reason: null });
  assert.ok((await actsIn(context, LEEZEN)).includes('take-suggestion'));
});

test('declined it needs a reason', async () => {
  const id = idOf(await suggest());
  for (const reason of ['', ' nö ', undefined, 'x'.repeat(1001)])
    assert.deepEqual(await declineSuggestion(context, leezen, { id, reason }), { refused: 'reason-missing' });
  const declined = await declineSuggestion(context, leezen, { id, reason: ' Das steht schon da. ' });
  assert.ok('reason' in declined);
  assert.deepEqual(await stored(id), { outcome: 'declined', mail: null, reason: 'Das steht schon da.' });
});

test('a mistake is seen by the place and by who publishes it, and by nobody else', async () => {
  const entryId = await entryBy(context, karlsruhe, { ...aFestival, lon: '10,2', lat: '53,86' });
  const published = await publishEntry(context, karlsruhe, { id: entryId }, places);
  assert.ok(!('refused' in published), JSON.stringify(published));
  const offer = (
    await sql<{ id: string }>`select id from offers.offer where ars = ${LEEZEN}`.execute(database)
  ).rows[0];
  const reported = await reportMistake(
    context,
    { ars: LEEZEN, id: offer?.id ?? '' },
    'Beginnt um 19 Uhr.',
    notice,
  );
  assert.deepEqual(reported, { reported: true });
  const told = await sql<{ person_id: string }>`
    select person_id from accounts.notice where path like '%/vorschlaege' order by created_at desc, id desc limit 2`.execute(
    database,
  );
  assert.deepEqual(
    told.rows.map((row) => row.person_id).sort(),
    [leezen.personId, karlsruhe.personId].sort(),
  );
  const [report = { id: '' }] = await listOpenReports(database, publisherScopeOf(leezen), 10);
  const seenBy = async (acting: Acting) => listOpenReports(database, publisherScopeOf(acting), 10);
  assert.deepEqual(
    (await seenBy(karlsruhe)).map(({ entry_id, message }) => [entry_id, message]),
    [[entryId, 'Beginnt um 19 Uhr.']],
  );
  assert.deepEqual(
    (await seenBy(leezen)).map(({ entry_id, attribution }) => [entry_id, attribution]),
    [[null, 'Karlsruhe']],
  );
  const club = {
    ...karlsruhe,
    organisation: { ...karlsruhe.organisation, id: newId(), kind: 'club' as const },
  };
  assert.deepEqual(await seenBy(club), []);
  assert.deepEqual(await settleReport(context, club, { id: report.id, outcome: 'mended', reason: '' }), {
    refused: 'answered-already',
  });
  assert.deepEqual(await countUnanswered(context, karlsruhe), { suggestions: 0, reports: 1 });
  assert.deepEqual(await settleReport(context, leezen, { id: report.id, outcome: 'declined', reason: '' }), {
    refused: 'reason-missing',
  });
  assert.deepEqual(await settleReport(context, karlsruhe, { id: report.id, outcome: 'mended', reason: '' }), {
    settled: true,
  });
  assert.deepEqual(await seenBy(leezen), []);
  assert.ok((await actsIn(context, KARLSRUHE)).includes('mend-report'));
});
