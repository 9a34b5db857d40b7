import assert from 'node:assert/strict';
import { createServer as createHttp } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { startDesk } from './desk/desk.builder.ts';

const { newBrowser } = await startDesk('var/test/test-bench');
const visitor = newBrowser();
const AT = '/netzwerk/pruefstand';

const upload = async (content: string | Uint8Array<ArrayBuffer>, path = AT): Promise<Response> => {
  const form = new FormData();
  form.set('datei', new File([content], 'datei'));
  return visitor.post(path, form);
};

test('a file is told its standard, where it breaks it, and nothing of it is kept', async () => {
  const page = await (await visitor.ask(AT)).text();
  assert.match(page, /Prüfstand für offene Daten[\s\S]*publiccode\.yml[\s\S]*Nachnutzung/);
  const swapped = '{"type":"Feature","geometry":{"type":"Point","coordinates":[49,8.4]},"properties":{}}';
  const found = await (await upload(swapped)).text();
  assert.match(found, /GeoJSON \(RFC 7946\)[^<]*: verletzt den Standard/);
  assert.match(found, /Länge und Breite sind vertauscht[\s\S]*RFC 7946, 3\.1\.1/);
  assert.match(await (await upload(swapped.replace('49,8.4', '8.4,49'))).text(), /nichts zu beanstanden/);
  assert.match(await (await upload(swapped, `/en${AT}`)).text(), /breaks the standard[\s\S]*swapped/);
  assert.match(await (await upload('<svg/>')).text(), /Nicht geprüft[\s\S]*keines der Formate/);
  const script = '{"type":"Feature","geometry":{"type":"<script>alert(1)</script>"},"properties":{}}';
  assert.doesNotMatch(await (await upload(script)).text(), /<script>alert/);
});

test('larger than a form is taken, larger than eight megabytes refused in words', async () => {
  const big = JSON.stringify({
    type: 'FeatureCollection',
    features: Array.from({ length: 3_000 }, () => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [8.4, 49] },
      properties: { name: 'Platz' },
    })),
  });
  assert.match(await (await upload(big)).text(), /Gefunden: 3\.000 Objekte/);
  const tooBig = await upload(new Uint8Array(8 * 1024 * 1024 + 1));
  assert.equal(tooBig.status, 422);
  assert.match(await tooBig.text(), /größer als 8 MB/);
});

test('an address is fetched, and none of a private network', async () => {
  let asked = 0;
  const inside = createHttp((_, answer) => {
    asked += 1;
    answer.end('{}');
  });
  await new Promise<void>((ready) => inside.listen(0, '127.0.0.1', ready));
  after(() => inside.close());
  const { port } = inside.address() as AddressInfo;
  const wrong: [string, RegExp][] = [
    ['', /Adresse an oder wählen/],
    ['stadt', /keine Adresse/],
    ['file:///etc/passwd', /keine Adresse/],
    ['https://wer:geheim@stadt.example/', /keine Adresse/],
    [`http://127.0.0.1:${port}/`, /bekommen wir nichts/],
    [`http://[::1]:${port}/`, /bekommen wir nichts/],
    ['http://169.254.169.254/latest', /bekommen wir nichts/],
  ];
  for (const [adresse, said] of wrong) {
    const form = new FormData();
    form.set('adresse', adresse);
    const answer = await visitor.post(AT, form);
    assert.equal(answer.status, 422, adresse);
    assert.match(await answer.text(), said, adresse);
  }
  assert.equal(asked, 0);
});
