import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../foundation/testing/database.ts';
import { withdrawApplication } from '../applications/applicant-acts.ts';
import {
  caseWorkerOf,
  FORM,
  filledDraft,
  KARLSRUHE,
  LEEZEN,
  notice,
  sentApplication,
  withForms,
} from '../applications/applications.builder.ts';
import { decideApplication, takeApplication } from '../applications/office-acts.ts';
import { rotateKeys } from '../applications/sealing/rotate-keys.ts';
import { figuresPerForm } from './form-figures.ts';
import { LONGEST_COMMENT, listComments, rateForm } from './rate-form.ts';
import { deleteComments } from './rating-store.ts';
import { listUse } from './use-store.ts';

const fixed = await withForms(await testDatabase());
const worker = await caseWorkerOf(fixed, LEEZEN, 'Leezen');
const at = (instant: string) => ({ ...fixed, clock: () => new Date(instant) });
const figures = async (ars = LEEZEN) =>
  figuresPerForm([FORM], await listUse(fixed.database, ars, '2026-01-01'))[0];

test('what happens with a form is counted with the act itself, in its municipality alone', async () => {
  const before = await figures();
  const april = at('2026-04-01T10:00:00Z');
  const decided = await sentApplication(april);
  const withdrawn = await sentApplication(april);
  await filledDraft(april);
  await withdrawApplication(april, withdrawn.access, notice);
  await takeApplication(april, worker, decided);
  const wording = { id: decided.id, text: 'Sie bekommen ihn.', isGranted: true };
  const done = await decideApplication(at('2026-04-04T09:00:00Z'), worker, wording, notice);
  assert.ok(!('refused' in done));
  const after = await figures();
  assert.ok(before && after);
  assert.deepEqual(
    (['started', 'completed', 'withdrawn', 'decided'] as const).map((key) => after[key] - before[key]),
    [3, 2, 1, 1],
  );
  const stored = await listUse(fixed.database, LEEZEN, '2026-04-02');
  assert.deepEqual(stored, [{ formId: FORM, happening: 'decided', value: 3, count: 1 }]);
  assert.equal((await figures(KARLSRUHE))?.started, 0);
});

test('what is refused is not counted', async () => {
  const { access } = await sentApplication(fixed);
  await withdrawApplication(fixed, access, notice);
  const before = await figures();
  assert.deepEqual(await withdrawApplication(fixed, access, notice), { refused: 'not-now' });
  assert.deepEqual(await figures(), before);
});

test('a mark counts once for an application that was sent, and its comment names nobody', async () => {
  const draft = await filledDraft(fixed);
  assert.deepEqual(await rateForm(fixed, draft.access, { mark: 1, comment: '' }), { refused: 'not-now' });
  const { id, access } = await sentApplication(fixed);
  const comment = 'Die Nummer vom Schein war schwer zu finden.';
  assert.deepEqual(await rateForm(fixed, access, { mark: 4, comment }), { rated: true });
  assert.deepEqual(await rateForm(fixed, access, { mark: 5, comment }), { refused: 'not-now' });
  assert.deepEqual(await rateForm(fixed, { ...access, ars: KARLSRUHE }, { mark: 5, comment }), {
    refused: 'unknown-application',
  });
  assert.equal((await figures())?.rated, 1);
  const [listed, ...others] = await listComments(fixed, LEEZEN);
  assert.equal(listed?.text, comment);
  assert.equal(others.length, 0);
  assert.notEqual(listed?.id, id);
  assert.deepEqual(await listComments(fixed, KARLSRUHE), []);
  const raw = await sql<{ content: Buffer }>`select content from public_services.form_comment`.execute(
    fixed.database,
  );
  assert.ok(!raw.rows.some(({ content }) => content.includes('Schein')));
});

test('twice at the same moment it counts once', async () => {
  const { access } = await sentApplication(fixed);
  const before = (await figures())?.rated ?? 0;
  const given = await Promise.all([1, 2, 3].map((mark) => rateForm(fixed, access, { mark, comment: '' })));
  assert.equal(given.filter((one) => 'rated' in one).length, 1);
  assert.equal((await figures())?.rated, before + 1);
});

test('comments can be read after a rotation of the key, and go after their time', async () => {
  const { access } = await sentApplication(fixed);
  await rateForm(fixed, access, { mark: 3, comment: 'x'.repeat(LONGEST_COMMENT) });
  const before = await listComments(fixed, LEEZEN);
  await rotateKeys(fixed, fixed.keys, { ars: LEEZEN });
  assert.deepEqual(await listComments(fixed, LEEZEN), before);
  assert.equal(await deleteComments(fixed.database, '2020-01-01'), 0);
  assert.equal(await deleteComments(fixed.database, '2030-01-01'), before.length);
  assert.deepEqual(await listComments(fixed, LEEZEN), []);
});
