import assert from 'node:assert/strict';
import type { Browser } from './desk.builder.ts';

const PAYER = {
  art: 'invoice',
  name: 'Ada Beispiel',
  strasse: 'Beispielweg 1',
  plz: '76131',
  ort: 'Karlsruhe',
};

/** A driver pays for a booking or a series that is held: on the page of the test provider, or by invoice of the town. */
export const pay = async (browser: Browser, held: string): Promise<string> => {
  const mine = held.replace(/\?.*/, '');
  const answer = await browser.ask(`${mine}/zahlen`);
  if (answer.status === 200) {
    const agreed = await browser.post(`${mine}/zahlen`, PAYER);
    assert.equal(agreed.status, 303);
    return agreed.headers.get('location') ?? '';
  }
  const page = answer.headers.get('location') ?? '';
  assert.match(page, /\/parken\/testkasse\//);
  const back = (await browser.post(page, { antwort: 'ja' })).headers.get('location') ?? '';
  const end = (await browser.ask(back)).headers.get('location') ?? '';
  // A series may hold spaces of the town as well.
  return (await browser.ask(`${mine}/zahlen`)).status === 200 ? pay(browser, mine) : end;
};
