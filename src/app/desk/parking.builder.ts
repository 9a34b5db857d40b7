import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Browser } from './desk.builder.ts';

type Change = Record<string, string>;

/** Answers of the permit check that are green: a firm's yard in a core area, outside its own hours. */
export const permitAnswers = (change: Change = {}): URLSearchParams =>
  new URLSearchParams({
    ort: '08212000',
    ground: 'private',
    kind: 'open',
    area: 'MK',
    permit: 'business',
    time: 'outside',
    who: 'everybody',
    price: 'paid',
    right: 'owner',
    access: 'own',
    ...change,
  });

/** A space at the market square of Karlsruhe, shared on Sundays, as a host types it. */
export const typedSpace = (change: Change = {}): Change => ({
  wer: 'firm',
  name: 'Hof links',
  adresse: 'Beispielweg 1',
  bauart: 'open',
  lon: '8.4037',
  lat: '49.0093',
  anzahl: '1',
  groesse: 'car',
  fuer: 'everybody',
  zugang: 'code',
  hinein: 'Schranke 4711',
  preis: '1,00',
  tag7: 'ja',
  von: '8',
  bis: '22',
  ferien: 'any',
  ...change,
});

/** A stay there, as a driver asks for it; the clock of tests stands on Sunday, 22 November 2026, at noon. */
export const typedWish = (change: Change = {}): Change => ({
  anfrage: randomUUID(),
  tag: '2026-11-22',
  zeit: '12:05',
  dauer: '120',
  weg: '350',
  preis: 'egal',
  fahrzeug: 'car',
  ...change,
});

export const SQUARE = '/parken?lon=8.4037&lat=49.0093';

export const read = async (browser: Browser, path: string, status = 200): Promise<string> => {
  const answer = await browser.ask(path);
  assert.equal(answer.status, status, path);
  return answer.text();
};

/** Where an answer leads, without what it says there once. */
export const locationOf = (answer: Response): string =>
  (answer.headers.get('location') ?? '').replace(/\?.*/, '');
