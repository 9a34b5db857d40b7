import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../foundation/testing/database.ts';
import { KARLSRUHE as IMPORTED, importLines } from '../../offers.builder.ts';
import { aFestival, aPlayground, editorOf, entryBy, KARLSRUHE, LEEZEN, places } from '../desk.builder.ts';
import { changeEntry } from '../edit-entry.ts';
import { findEntry } from '../entry-store.ts';
import { listWaitingEntries } from '../list-waiting.ts';
import { publishEntry } from '../publish-entry.ts';
import { deskOf } from './site.builder.tsx';

const context = await testDatabase();
const acting = await editorOf(context, LEEZEN, 'Leezen');
const other = await editorOf(context, KARLSRUHE, 'Karlsruhe');
const desk = deskOf(context, acting);
const neighbour = deskOf(context, other);
const at = (path: string) => `/rathaus/${LEEZEN}${path}`;
const idIn = (answer: Response): string =>
  /[0-9a-f-]{36}/.exec(answer.headers.get('location') ?? '')?.[0] ?? '';
const stored = async (id: string) => {
  const entry = await findEntry(context.database, acting.organisation, id);
  assert.ok(entry);
  return entry;
};

const pages = ['', '/neu', '/aus-quellen', '/alle.xlsx', '/alle.csv'].map((path) => `/angebote${path}`);

test('who has no role for it is refused at every page, and told who has', async () => {
  const visitor = deskOf(context, { ...acting, roles: ['administrator'] });
  const id = await entryBy(context, acting, aPlayground);
  const one = `/angebote/${id}`;
  for (const path of [
    ...pages,
    one,
    `${one}/bearbeiten`,
    `${one}/vorschau`,
    '/vorlagen',
    '/tabellen',
    '/tabellen/leer.xlsx',
  ]) {
    const answer = await visitor.get(path);
    assert.equal(answer.status, 403, path);
    assert.match(await answer.text(), /dürfen: Redaktion/);
  }
  for (const path of [
    '/angebote/neu',
    '/angebote/mehrere',
    '/tabellen',
    ...[
      'bearbeiten',
      'veroeffentlichen',
      'zurueckziehen',
      'wieder',
      'bestaetigen',
      'planung-aufheben',
      'kopieren',
      'uebergeben',
      'vorlage',
      'loeschen',
    ].map((act) => `${one}/${act}`),
  ])
    assert.equal((await visitor.post(path)).status, 403, path);
});

test('the entry of another town is not there, whatever is asked of it', async () => {
  const id = await entryBy(context, acting, { ...aFestival, name: 'Geheimes Fest' });
  const one = `/angebote/${id}`;
  for (const path of [one, `${one}/bearbeiten`, `${one}/vorschau`])
    assert.equal((await neighbour.get(path)).status, 404, path);
  for (const act of [
    'bearbeiten',
    'veroeffentlichen',
    'zurueckziehen',
    'wieder',
    'bestaetigen',
    'planung-aufheben',
    'kopieren',
    'uebergeben',
    'vorlage',
    'loeschen',
  ])
    assert.equal(
      (await neighbour.post(`${one}/${act}`, { name: 'X', an: other.personId, vorlage: 'X' })).status,
      404,
      act,
    );
  await neighbour.post('/angebote/mehrere', { tat: 'publish', eintrag: id });
  await neighbour.post('/angebote/mehrere', { tat: 'remove', eintrag: id, sicher: '1' });
  assert.equal((await stored(id)).publishedAt, null);
  for (const path of ['/angebote', '/angebote/alle.csv'])
    assert.doesNotMatch(await neighbour.read(path), /Geheimes/);
});

test('a faulty form keeps what was typed, names each fault at its field, and says so in the title', async () => {
  const typed = {
    name: '',
    category: 'festival',
    start: 'bald "<x>"',
    postcode: '7',
    description: '<b>Text</b>',
    town: 'Leezen',
  };
  const answer = await desk.post('/angebote/neu', typed);
  assert.equal(answer.status, 422);
  const html = await answer.text();
  assert.match(html, /<title>Fehler: Neuer Eintrag/);
  assert.match(html, /role="alert".*href="#name".*href="#start".*href="#postcode"/s);
  assert.match(html, /value="bald &quot;&lt;x>&quot;"/);
  assert.match(html, /&lt;b>Text&lt;\/b>|&lt;b&gt;Text/);
  assert.match(html, /name="town"[^>]*value="Leezen"|value="Leezen"[^>]*name="town"/);
  assert.match(html, /<option[^>]*value="festival"[^>]*selected|<option[^>]*selected[^>]*value="festival"/);
  assert.equal(html.match(/aria-invalid="?true"?/g)?.length, 3);
});

test('an entry from writing to the public page: German dates, preview, date, history', async () => {
  assert.match(await desk.read('/angebote/neu'), /art=veranstaltung/);
  const created = await desk.post('/angebote/neu', { ...aFestival, name: 'Erntefest', category: 'festival' });
  assert.equal(created.status, 303);
  const one = `/angebote/${idIn(created)}`;
  const preview = await desk.read(`${one}/vorschau`);
  assert.match(preview, /Noch ist nichts veröffentlicht.*Erntefest.*Mittwoch, 3. März 2027, 18:00 Uhr/s);
  assert.doesNotMatch(preview, /Fehler melden/);
  const wrong = await desk.post(`${one}/veroeffentlichen`, {
    am: 'bald',
    um: '',
    bis: '1.1.2027',
    'bis-um': '27 Uhr',
  });
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /href="#am".*href="#bis-um".*value="bald".*value="27 Uhr"/s);
  const past = await desk.post(`${one}/veroeffentlichen`, { bis: '1.1.2020' });
  assert.match(await past.text(), /Ende muss nach dem Anfang/);
  const planned = await desk.post(`${one}/veroeffentlichen`, { am: '1.12.2026', um: '8 Uhr' });
  assert.equal(planned.headers.get('location'), at(`${one}?erledigt=schedule-entry`));
  assert.match(await desk.read(one), /geplant.*01\.12\.2026, 08:00 Uhr/s);
  await desk.post(`${one}/planung-aufheben`);
  await desk.post(`${one}/veroeffentlichen`);
  const page = await desk.read(`${one}?erledigt=publish-entry`);
  assert.match(page, /Der Eintrag ist öffentlich.*veröffentlicht.*\/angebot\/[0-9a-f-]{36}/s);
  assert.match(
    page,
    /Verlauf.*Eintrag veröffentlicht.*Redaktion Leezen.*Planung aufgehoben.*Eintrag angelegt/s,
  );
});

test('who saves over somebody else sees both texts, and can save then', async () => {
  const id = await entryBy(context, acting, aPlayground);
  await changeEntry(context, acting, { id, version: 1, typed: { ...aPlayground, name: 'Von Ben' } });
  const form = { ...aPlayground, name: 'Von Anna', fassung: '1' };
  const answer = await desk.post(`/angebote/${id}/bearbeiten`, form);
  assert.equal(answer.status, 422);
  const html = await answer.text();
  assert.match(html, /inzwischen gespeichert.*Name: Von Anna → Von Ben/s);
  assert.match(html, /value="Von Anna"/);
  const fassung = /name="fassung" value="(\d+)"/.exec(html)?.[1] ?? '';
  assert.equal((await desk.post(`/angebote/${id}/bearbeiten`, { ...form, fassung })).status, 303);
  assert.equal((await stored(id)).fields.name, 'Von Anna');
});

test('the list: state in words, owner, age, filters, sorting, and bulk actions that can be undone', async () => {
  const ids: string[] = [];
  for (const name of ['Liste A', 'Liste B'])
    ids.push(await entryBy(context, acting, { ...aPlayground, name }));
  const chosen = (tat: string): [string, string][] => [
    ['tat', tat],
    ...ids.map((id): [string, string] => ['eintrag', id]),
  ];
  const published = await desk.post('/angebote/mehrere', chosen('publish'));
  const told = published.headers.get('location')?.replace(at(''), '') ?? '';
  const page = await desk.read(told);
  assert.match(page, /Veröffentlicht: 2\..*Rückgängig machen/s);
  assert.match(page, /value="withdraw"/);
  assert.match(
    await desk.read('/angebote?zustand=published&q=Liste'),
    /Einträge: 2.*Liste A.*veröffentlicht.*Redaktion Leezen.*heute/s,
  );
  assert.match(await desk.read('/angebote?zustand=draft&q=Liste'), /kein.* Eintrag/);
  assert.match(await desk.read(`/angebote?wer=${acting.personId}&q=Liste&sort=pruefung`), /Liste A/);
  assert.match(await desk.read('/angebote?wer=niemand&q=Liste'), /Einträge: 0/);
  const again = await desk.post('/angebote/mehrere', chosen('remove'));
  assert.match(await again.text(), /Wirklich löschen.*Nicht löschen/s);
  const refused = await desk.post('/angebote/mehrere', [...chosen('remove'), ['sicher', '1']]);
  assert.match(
    await desk.read(refused.headers.get('location')?.replace(at(''), '') ?? ''),
    /Gelöscht: 0\. Nicht möglich bei: 2/,
  );
  assert.match(
    (await desk.post('/angebote/mehrere', { tat: 'publish' })).headers.get('location') ?? '',
    /tat=nichts/,
  );
  await desk.post('/angebote/mehrere', chosen('withdraw'));
  await desk.post('/angebote/mehrere', chosen('restore'));
  assert.equal((await stored(ids[0]!)).withdrawnAt, null);
});

test('an end that is set stays, in the form and when many are published, until it is emptied', async () => {
  const id = await entryBy(context, acting, { ...aPlayground, name: 'Mit Ende' });
  const one = `/angebote/${id}`;
  await desk.post(`${one}/veroeffentlichen`, { bis: '5.1.2027', 'bis-um': '18 Uhr' });
  const end = new Date('2027-01-05T17:00:00Z');
  assert.deepEqual((await stored(id)).expiresAt, end);
  assert.match(await desk.read(one), /value="05\.01\.2027".*value="18:00 Uhr"/s);
  await desk.post('/angebote/mehrere', { tat: 'publish', eintrag: id });
  assert.deepEqual((await stored(id)).expiresAt, end);
  await desk.post(`${one}/veroeffentlichen`, { bis: '', 'bis-um': '' });
  assert.equal((await stored(id)).expiresAt, null);
});

test('hostile parameters of the list lead to the list', async () => {
  for (const query of [
    'zustand=x',
    "wer=' or 1=1",
    'sort=constructor',
    'seite=-1',
    'seite=99999',
    'q=%25_%5C',
    'erledigt=toString',
    'tat=publish&zahl=x&ids=a.b',
  ])
    assert.equal((await desk.get(`/angebote?${query}`)).status, 200, query);
});

test('hand over, template, copy', async () => {
  const id = await entryBy(context, acting, { ...aFestival, name: 'Vorbild' });
  assert.equal((await desk.post(`/angebote/${id}/uebergeben`, { an: other.personId })).status, 422);
  assert.equal((await desk.post(`/angebote/${id}/uebergeben`, { an: acting.personId })).status, 303);
  const nameless = await desk.post(`/angebote/${id}/vorlage`, { vorlage: ' ' });
  assert.match(await nameless.text(), /href="#vorlage"/);
  await desk.post(`/angebote/${id}/vorlage`, { vorlage: 'Fest im Dorf' });
  const templates = await desk.read('/vorlagen');
  const use = /neu\?vorlage=([0-9a-f-]{36})/.exec(templates)?.[1] ?? '';
  const form = await desk.read(`/angebote/neu?vorlage=${use}`);
  assert.match(form, /value="Vorbild"/);
  assert.doesNotMatch(form, /03\.03\.2027/);
  assert.equal((await neighbour.post(`/vorlagen/${use}/loeschen`)).status, 404);
  await desk.post(`/vorlagen/${use}/loeschen`);
  assert.doesNotMatch(await desk.read('/vorlagen'), /Fest im Dorf/);
  const copy = idIn(await desk.post(`/angebote/${id}/kopieren`));
  assert.notEqual(copy, id);
  assert.equal((await stored(copy)).fields.name, 'Vorbild');
});

test('what came from sources is listed with source and age, to be read only', async () => {
  await importLines(context, 'id;name;kategorie', ['1;Stadtpark;Park']);
  assert.equal(IMPORTED, KARLSRUHE);
  assert.match(await neighbour.read('/angebote/aus-quellen'), /Einträge: 1.*Stadtpark.*Test.*heute/s);
  assert.doesNotMatch(await desk.read('/angebote/aus-quellen'), /Stadtpark/);
});

test('the desk is told what waits, the due ones with their date', async () => {
  const id = await entryBy(context, other, { ...aPlayground, lat: '49', lon: '8,4' });
  await publishEntry(context, other, { id, until: new Date('2027-05-23T10:00:00Z') }, places);
  await entryBy(context, other, aPlayground);
  const later = { ...context, clock: () => new Date('2027-05-22T10:00:00Z') };
  const waiting = await listWaitingEntries(later, other);
  assert.deepEqual(
    waiting.map(({ kind, count, due }) => [kind, count, due?.toISOString()]),
    [
      ['reviews', 1, '2027-05-20T22:00:00.000Z'],
      ['expiring', 1, '2027-05-23T10:00:00.000Z'],
      ['drafts', 1, undefined],
    ],
  );
  assert.deepEqual(await listWaitingEntries(later, { ...other, roles: ['caseWorker'] }), []);
});

test('everything is there in English', async () => {
  const english = deskOf(context, acting, 'en');
  for (const path of ['/angebote', '/angebote/neu', '/tabellen', '/vorlagen'])
    assert.equal((await english.get(path)).status, 200);
  assert.match(await english.read('/angebote'), /New entry.*href="\/en\/rathaus/s);
});
