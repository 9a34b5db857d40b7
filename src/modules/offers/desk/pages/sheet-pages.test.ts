import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../foundation/testing/database.ts';
import { editorOf, KARLSRUHE, LEEZEN, offersIn } from '../desk.builder.ts';
import { deskOf } from './site.builder.tsx';

const context = await testDatabase();
const acting = await editorOf(context, LEEZEN, 'Leezen');
const desk = deskOf(context, acting);
const neighbour = deskOf(context, await editorOf(context, KARLSRUHE, 'Karlsruhe'));
const at = (path: string) => `/rathaus/${LEEZEN}${path}`;
const idIn = (answer: Response): string =>
  /[0-9a-f-]{36}/.exec(answer.headers.get('location') ?? '')?.[0] ?? '';

const fileForm = (name: string, content: string | Uint8Array<ArrayBuffer>): FormData => {
  const form = new FormData();
  form.set('tabelle', new File([content], name));
  return form;
};

test('a table from the file to the public: preview, correction, taking over', async () => {
  const lines = [
    'Kennung;Name;Kategorie;Datum;Farbe',
    'T1;Tabellenfest;Fest;1.5.2027;rot',
    'T2;Kaputt;Fest;bald;',
    'T3;;Spilplatz;;',
  ];
  const uploaded = await desk.post('/tabellen', fileForm('Feste.csv', lines.join('\n')));
  assert.equal(uploaded.status, 303);
  const sheet = `/tabellen/${idIn(uploaded)}`;
  const preview = await desk.read(sheet);
  assert.match(preview, /mit Fehler: <strong>2.*neu: <strong>1/s);
  assert.match(preview, /nicht gelesen: Farbe/);
  assert.match(
    preview,
    /Datum »bald«: Dieses Datum können wir nicht lesen.*Kategorie »Spilplatz«.*Meinen Sie »Spielplatz«/s,
  );
  assert.ok(preview.indexOf('Kaputt') < preview.indexOf('Tabellenfest'), 'problems first');
  assert.match(await desk.read(`${sheet}/zeile/3`), /Zeile 3 bearbeiten.*value="bald"/s);
  const wrong = await desk.post(`${sheet}/zeile/3`, {
    kennung: 'T2',
    name: 'Kaputt',
    category: 'festival',
    start: '32.5.2027',
  });
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /value="32\.5\.2027"/);
  const mended = await desk.post(`${sheet}/zeile/3`, {
    kennung: 'T2',
    name: 'Heil',
    category: 'festival',
    start: '2.5.2027',
  });
  assert.equal(mended.status, 303);
  for (const act of ['uebernehmen', 'verwerfen'])
    assert.equal((await neighbour.post(`${sheet}/${act}`)).status, 404);
  assert.equal((await neighbour.get(sheet)).status, 404);
  const applied = await desk.post(`${sheet}/uebernehmen`, { wie: 'oeffentlich' });
  assert.match(
    await desk.read(applied.headers.get('location')?.replace(at(''), '') ?? ''),
    /Neu: 2, geändert: 0, davon veröffentlicht: 2/,
  );
  const names = (await offersIn(context, LEEZEN)).map(({ name }) => name);
  assert.ok(names.includes('Tabellenfest') && names.includes('Heil'));
  assert.match(await desk.read('/tabellen'), /Feste\.csv.*warten: 1.*neu: 2/s);
  assert.equal((await desk.post(`${sheet}/verwerfen`)).status, 303);
  assert.equal((await desk.get(sheet)).status, 404);
});

test('what is no table is refused at the field; too large a file as well', async () => {
  const cases: [FormData, RegExp][] = [
    [new FormData(), /Wählen Sie eine Datei/],
    [fileForm('leer.csv', ''), /Wählen Sie eine Datei/],
    [fileForm('bild.xlsx', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0])), /keine Tabelle/],
    [fileForm('viele.csv', `Name\n${'A\n'.repeat(5_001)}`), /zu viele Zeilen.*5\.001/],
    [fileForm('gross.csv', 'x'.repeat(5 * 1024 * 1024 + 1)), /größer als 5 MB/],
  ];
  for (const [form, words] of cases) {
    const answer = await desk.post('/tabellen', form);
    assert.equal(answer.status, 422);
    const html = await answer.text();
    assert.match(html, words);
    assert.match(html, /<title>Fehler: Tabellen.*href="#tabelle"/s);
  }
});

test('the export comes back through the page as unchanged', async () => {
  for (const format of ['csv', 'xlsx']) {
    const answer = await desk.get(`/angebote/alle.${format}`);
    const file = new Uint8Array(await answer.arrayBuffer());
    const uploaded = await desk.post('/tabellen', fileForm(`alle.${format}`, file));
    assert.match(
      await desk.read(`/tabellen/${idIn(uploaded)}`),
      /mit Fehler: <strong>0.*neu: <strong>0.*geändert: <strong>0/s,
    );
  }
});
