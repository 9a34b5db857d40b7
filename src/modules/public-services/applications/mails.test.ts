import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../foundation/testing/database.ts';
import { sendApplication } from './applicant-acts.ts';
import { caseWorkerOf, filledDraft, LEEZEN, notice, withForms } from './applications.builder.ts';
import { askApplicant, takeApplication } from './office-acts.ts';
import { deliverApplicationMails } from './tell-applicant.ts';

const fixed = await withForms(await testDatabase());
const anna = await caseWorkerOf(fixed, LEEZEN, 'Leezen');

for (const [language, subjects] of [
  ['en', [/^Your application .* is here/, /^News about your application/]],
  ['de', [/Antrag/, /^Neues zu Ihrem Antrag/]],
] as const)
  test(`who sent an application in ${language} gets all news of it in that language`, async () => {
    const { id, access } = await filledDraft(fixed);
    assert.ok('receiptNumber' in (await sendApplication(fixed, access, () => notice, language)));
    await takeApplication(fixed, anna, { id });
    await askApplicant(fixed, anna, { id, text: 'Wo?' }, notice);
    const sent: string[] = [];
    await deliverApplicationMails({
      ...fixed,
      send: async ({ subject }) => void sent.push(subject),
      origin: 'https://allmende.example',
      onFault: (_, error) => assert.fail(error),
    });
    assert.equal(sent.length, 2);
    for (const subject of subjects)
      assert.ok(
        sent.some((one) => subject.test(one)),
        `${subject}: ${sent}`,
      );
  });
