import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { TEST_NOW, testDatabase } from '../../../foundation/testing/database.ts';
import {
  actsIn,
  aFestival,
  aPlayground,
  editorOf,
  entryBy,
  KARLSRUHE,
  LEEZEN,
  offersIn,
  places,
} from './desk.builder.ts';
import { changeEntry, copyEntry, createEntry, handOver, removeEntry } from './edit-entry.ts';
import { stateOf } from './entry.ts';
import { findEntry } from './entry-store.ts';
import { keepEntrySchedule } from './keep-entry-schedule.ts';
import { cancelSchedule, confirmEntry, publishEntry, restoreEntry, withdrawEntry } from './publish-entry.ts';
import { remindOfReviews } from './remind-of-reviews.ts';

const context = await testDatabase();
const acting = await editorOf(context, LEEZEN, 'Leezen');
const other = await editorOf(context, KARLSRUHE, 'Karlsruhe');

const at = (iso: string) => ({ ...context, clock: () => new Date(iso) });
const stored = async (id: string) => {
  const entry = await findEntry(context.database, acting.organisation, id);
  assert.ok(entry);
  return entry;
};
const publicNames = async () =>
  (await offersIn(context, LEEZEN)).filter(({ withdrawn }) => !withdrawn).map(({ name }) => name);
const refusal = (result: object) => ('refused' in result ? result.refused : undefined);

test('a draft may lack its date, but nothing wrong may stand in it; it belongs to its author', async () => {
  const id = await entryBy(context, acting, { name: 'Konzert', category: 'Konzert' });
  const entry = await stored(id);
  assert.deepEqual(
    [entry.owner, stateOf(entry, TEST_NOW), entry.fields],
    [acting.personId, 'draft', { name: 'Konzert', category: 'concert' }],
  );
  const wrong = await createEntry(context, acting, { name: 'Konzert', start: 'bald', postcode: '7' });
  assert.ok('refused' in wrong);
  assert.deepEqual(
    wrong.faults.map(({ field }) => field),
    ['start', 'postcode'],
  );
  assert.equal(refusal(await publishEntry(context, acting, { id }, places)), 'faulty');
  assert.equal(refusal(await removeEntry(context, acting, { id })), undefined);
  assert.equal(await findEntry(context.database, acting.organisation, id), undefined);
});

test('who saves over the change of somebody else is shown both; saving the same again is no conflict', async () => {
  const id = await entryBy(context, acting, aPlayground);
  const first = { id, version: 1, typed: { ...aPlayground, name: 'Erster' } };
  assert.equal(refusal(await changeEntry(context, acting, first)), undefined);
  assert.equal(refusal(await changeEntry(context, acting, first)), undefined);
  const second = await changeEntry(context, acting, {
    id,
    version: 1,
    typed: { ...aPlayground, name: 'Zweiter' },
  });
  assert.ok('stored' in second);
  assert.equal(second.stored.fields.name, 'Erster');
  const { version } = await stored(id);
  await changeEntry(context, acting, { id, version, typed: { ...aPlayground, name: 'Zweiter' } });
  assert.equal((await stored(id)).fields.name, 'Zweiter');
});

test('published, changed beside it, published anew, withdrawn, restored: the public sees one offer', async () => {
  const id = await entryBy(context, acting, aFestival);
  assert.equal(refusal(await publishEntry(context, acting, { id }, places)), undefined);
  assert.ok((await publicNames()).includes('Sommerfest'));
  const { offerId, reviewOn } = await stored(id);
  assert.equal(reviewOn, '2027-03-04');
  await changeEntry(context, acting, { id, version: 1, typed: { ...aFestival, name: 'Sommerfest am See' } });
  assert.ok((await publicNames()).includes('Sommerfest'), 'a draft changes nothing for the public');
  await publishEntry(context, acting, { id }, places);
  assert.equal((await stored(id)).offerId, offerId);
  assert.ok((await publicNames()).includes('Sommerfest am See'));
  assert.equal(refusal(await removeEntry(context, acting, { id })), 'was-published');
  await changeEntry(context, acting, { id, version: 2, typed: { ...aFestival, name: 'Noch nicht fertig' } });
  await withdrawEntry(context, acting, { id }, places);
  assert.equal(stateOf(await stored(id), TEST_NOW), 'withdrawn');
  assert.equal(
    (await publicNames()).some((name) => name.startsWith('Sommerfest')),
    false,
  );
  assert.equal(refusal(await withdrawEntry(context, acting, { id }, places)), 'not-public');
  await restoreEntry(context, acting, { id }, places);
  assert.ok((await publicNames()).includes('Sommerfest am See'));
  assert.equal((await stored(id)).offerId, offerId);
  await withdrawEntry(context, acting, { id }, places);
});

test('publishing one entry leaves the others of the town where they are', async () => {
  const ids = [
    await entryBy(context, acting, { ...aPlayground, name: 'Eins' }),
    await entryBy(context, acting, { ...aPlayground, name: 'Zwei' }),
  ];
  for (const id of ids) await publishEntry(context, acting, { id }, places);
  const names = await publicNames();
  assert.ok(names.includes('Eins') && names.includes('Zwei'));
});

test('nobody touches the entries of another town, and a refusal leaves no line in the log', async () => {
  const id = await entryBy(context, acting, aPlayground);
  await publishEntry(context, acting, { id }, places);
  const before = await stored(id);
  const editors = [{ personId: other.personId }];
  const results = [
    await changeEntry(context, other, { id, version: 1, typed: aFestival }),
    await changeEntry(context, other, { id, version: 1, typed: { name: 'x', start: 'bald' } }),
    await publishEntry(context, other, { id }, places),
    await withdrawEntry(context, other, { id }, places),
    await restoreEntry(context, other, { id }, places),
    await confirmEntry(context, other, { id }),
    await removeEntry(context, other, { id }),
    await copyEntry(context, other, { id }),
    await cancelSchedule(context, other, { id }),
    await handOver(context, other, { id, owner: other.personId }, editors),
  ];
  assert.deepEqual(
    results.map(refusal),
    results.map(() => 'unknown-entry'),
  );
  assert.deepEqual(await stored(id), before);
  assert.deepEqual(await actsIn(context, KARLSRUHE), []);
});

test('»noch richtig« puts the review off and makes the public fact young again', async () => {
  const id = await entryBy(context, acting, { ...aPlayground, name: 'Alt' });
  await publishEntry(context, acting, { id }, places);
  const later = at('2027-06-01T10:00:00Z');
  await confirmEntry(later, acting, { id });
  const entry = await stored(id);
  assert.deepEqual([entry.reviewOn, entry.checkedAt], ['2027-11-28', later.clock()]);
  assert.deepEqual(
    (await offersIn(context, LEEZEN)).find(({ name }) => name === 'Alt')?.read_at,
    later.clock(),
  );
});

test('an entry belongs to an editor of the organisation, as stored, or to nobody once the account is gone', async () => {
  const id = await entryBy(context, acting, aPlayground);
  const colleague = await editorOf(context, LEEZEN, 'Leezen');
  const editors = [acting, colleague];
  assert.equal(refusal(await handOver(context, acting, { id, owner: other.personId }, editors)), 'no-editor');
  await handOver(context, acting, { id, owner: colleague.personId }, editors);
  assert.equal((await stored(id)).owner, colleague.personId);
  await sql`delete from accounts.person where id = ${colleague.personId}`.execute(context.database);
  assert.equal((await stored(id)).owner, null);
});

test('the schedule publishes what is due and withdraws what has expired, once, whatever else runs', async () => {
  const id = await entryBy(context, acting, { ...aPlayground, name: 'Später' });
  const when = { id, at: new Date('2026-12-01T08:00:00Z'), until: new Date('2026-12-02T08:00:00Z') };
  assert.equal(
    refusal(await publishEntry(context, acting, { ...when, until: when.at }, places)),
    'ends-before-it-begins',
  );
  await publishEntry(context, acting, when, places);
  assert.equal(stateOf(await stored(id), TEST_NOW), 'scheduled');
  assert.deepEqual(await keepEntrySchedule(context, places), { published: 0, expired: 0 });
  const due = at('2026-12-01T08:00:30Z');
  const runs = await Promise.all([keepEntrySchedule(due, places), keepEntrySchedule(due, places)]);
  assert.equal(runs[0].published + runs[1].published, 1);
  assert.ok((await publicNames()).includes('Später'));
  assert.deepEqual(await keepEntrySchedule(at('2026-12-02T08:00:00Z'), places), { published: 0, expired: 1 });
  assert.equal(stateOf(await stored(id), TEST_NOW), 'expired');
  assert.equal((await publicNames()).includes('Später'), false);
  const acts = (await actsIn(context, LEEZEN)).slice(-4);
  assert.deepEqual(acts, ['create-entry', 'schedule-entry', 'publish-entry', 'expire-entry']);
});

test('a job that dies in the middle has done nothing, and the next run does it', async () => {
  const id = await entryBy(context, acting, { ...aPlayground, name: 'Abbruch' });
  await publishEntry(context, acting, { id, at: new Date('2026-12-03T08:00:00Z') }, places);
  const due = at('2026-12-03T08:00:00Z');
  const dying = { ...places, locate: () => Promise.reject(new Error('killed')) };
  await assert.rejects(keepEntrySchedule(due, dying), /killed/);
  assert.equal((await publicNames()).includes('Abbruch'), false);
  assert.deepEqual(await keepEntrySchedule(due, places), { published: 1, expired: 0 });
  assert.ok((await publicNames()).includes('Abbruch'));
});

test('a scheduled entry can be taken back', async () => {
  const id = await entryBy(context, acting, { ...aPlayground, name: 'Doch nicht' });
  await publishEntry(context, acting, { id, at: new Date('2026-12-05T08:00:00Z') }, places);
  await cancelSchedule(context, acting, { id });
  assert.equal(stateOf(await stored(id), TEST_NOW), 'draft');
  assert.equal(refusal(await cancelSchedule(context, acting, { id })), 'not-scheduled');
});

test('owners are told of a due review once, in the transaction that notes it', async () => {
  const someone = await editorOf(context, LEEZEN, 'Leezen');
  for (const name of ['A', 'B']) {
    const id = await entryBy(context, someone, { ...aPlayground, name });
    await publishEntry(context, someone, { id }, places);
  }
  const due = at('2027-05-21T04:00:00Z');
  const told: { personIds: string[]; subject: string; path: string }[] = [];
  await assert.rejects(
    remindOfReviews(due, () => Promise.reject(new Error('no mail'))),
    /no mail/,
  );
  await remindOfReviews(due, async (_, notice) => {
    told.push(notice);
  });
  assert.equal(await remindOfReviews(due, async () => assert.fail('told twice')), 0);
  const mine = told.filter(({ personIds }) => personIds.includes(someone.personId));
  assert.deepEqual(
    mine.map(({ subject, path }) => [subject, path]),
    [['2 Einträge wollen geprüft werden', `/rathaus/${LEEZEN}/angebote?zustand=wiedervorlage`]],
  );
});
