import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../foundation/testing/database.ts';
import { AROUND, aParkingSource, aRecord, importRecords, KARLSRUHE } from '../../sites/sites.builder.ts';
import { answerQuestion } from './answer.ts';
import { assumeFor } from './assume.ts';
import { forecastKey } from './compute-forecast.ts';
import { sumSpaces } from './known-store.ts';
import { inAddress, type Question, readQuestion, variantsOf } from './question.ts';

const context = await testDatabase();
const nothing = { kerb: 0, offStreet: 0, sources: [], readAt: null };
const assumed = assumeFor(nothing, null).question;
const small: Question = { ...assumed, kerbSpaces: 100, privateSpaces: 150 };

test('what is known of a centre: kerb and car parks within reach, no stands, no examples, nothing withdrawn', async () => {
  await importRecords(context, [
    aRecord({ uid: 'street', type: 'ON_STREET', capacity: 240 }),
    aRecord({ uid: 'house', type: 'CAR_PARK', capacity: 400 }),
    aRecord({ uid: 'far', type: 'ON_STREET', capacity: 999, lat: '49.05' }),
    aRecord({ uid: 'bikes', purpose: 'BIKE', type: 'STANDS', capacity: 50 }),
    aRecord({ uid: 'unknown', type: 'ON_STREET', capacity: undefined }),
  ]);
  await importRecords(
    context,
    [aRecord({ uid: 'example', type: 'ON_STREET', capacity: 70 })],
    aParkingSource({ id: 'example', demonstration: true }),
  );
  const known = await sumSpaces(context.database, KARLSRUHE, { around: AROUND, radiusMetres: 1000 });
  assert.deepEqual([known.kerb, known.offStreet, known.sources], [240, 400, ['Stadt Karlsruhe']]);
  const { kerb, question } = assumeFor(known, 308_707);
  assert.equal(kerb, 'known');
  assert.equal(question.kerbSpaces, 240);
  assert.equal(question.privateSpaces, 520);
});

test('without sources the number of people is the guide, within bounds, and says so', () => {
  for (const [population, kerb, spaces] of [
    [308_707, 'population', 1903],
    [20_000, 'population', 500],
    [300, 'population', 100],
    [null, 'assumed', 1903],
  ] as const) {
    const found = assumeFor({ ...nothing, kerb: 150 }, population);
    assert.deepEqual([found.kerb, found.question.kerbSpaces], [kerb, spaces], String(population));
  }
});

test('a question travels in its address and comes back the same', () => {
  const question = { ...assumed, kerbSpaces: 800, seed: 42, inducedPercent: 0 };
  const address = inAddress(question, assumed);
  assert.deepEqual(address, { strasse: '800', mehr: '0', zufall: '42' });
  assert.deepEqual(readQuestion(address, assumed), { question });
  assert.deepEqual(readQuestion({ strasse: '1.200' }, assumed), {
    question: { ...assumed, kerbSpaces: 1200 },
  });
  assert.deepEqual(readQuestion({ strasse: 'x', mehr: '21' }, assumed), {
    faults: ['kerbSpaces', 'inducedPercent'],
  });
});

test('another question, another town: another key; the order of the numbers does not matter', () => {
  const reversed = Object.fromEntries(Object.entries(assumed).toReversed()) as Question;
  assert.deepEqual(forecastKey(KARLSRUHE, assumed), forecastKey(KARLSRUHE, reversed));
  assert.notEqual(
    forecastKey(KARLSRUHE, assumed).questionHash,
    forecastKey(KARLSRUHE, { ...assumed, seed: 2 }).questionHash,
  );
});

test('where nobody shares nothing changes; where more come and nobody shares it gets worse', () => {
  const effort = { towns: 2, days: 1 };
  const nobody = answerQuestion({ ...small, privateSpaces: 0, inducedPercent: 0 }, () => undefined, effort);
  assert.deepEqual(Object.keys(nobody.variants), Object.keys(variantsOf(small)));
  assert.equal(nobody.variants['level-40']?.[0]?.change.estimate, 0);
  assert.equal(nobody.variants.own?.[0]?.spaces, 0);
  assert.ok((nobody.variants['induced-10']?.[0]?.change.estimate ?? 0) > 0);
});

test('the same question has the same answer, but for the seconds it took', () => {
  const effort = { towns: 1, days: 1 };
  const [one, other] = [1, 2].map(() => ({ ...answerQuestion(small, () => undefined, effort), seconds: 0 }));
  assert.deepEqual(one, other);
});
