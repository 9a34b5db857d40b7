import type { PersonalDataSource } from '../../../foundation/database/personal-data.ts';
import { applicationMessages } from '../web/index.ts';
import { listAllOfPerson, listAssigned } from './application-store.ts';
import { listFiles } from './enclosure-store.ts';
import { openApplication } from './open-application.ts';
import { answerGroups } from './present-answers.ts';
import type { KeyRing } from './sealing/key-ring.ts';

/** What applications know of a person: asked by themself, so what is sealed is opened for them. */
export const applicationPersonalData =
  (keys: KeyRing): PersonalDataSource =>
  async ({ database }, personId) => {
    const t = applicationMessages('de');
    const states = (word: 'de' | 'en') => applicationMessages(word).states;
    const own = [];
    for (const application of await listAllOfPerson(database, personId)) {
      const opened = await openApplication({ database, keys }, application);
      const groups = answerGroups(opened, await listFiles(database, application), { language: 'de', t });
      own.push({
        title: opened.form.definition.title.de,
        receipt_number: application.receiptNumber,
        state: application.state,
        started_at: application.startedAt,
        submitted_at: application.submittedAt,
        answers: groups
          .flatMap(({ rows }) => rows.map(({ label, value }) => `${label}: ${value}`))
          .join('\n'),
      });
    }
    const words = Object.fromEntries(
      Object.entries(states('de')).map(([state, de]) => [
        state,
        { de, en: states('en')[state as keyof ReturnType<typeof states>] },
      ]),
    );
    return [
      {
        name: 'application',
        title: { de: 'Ihre Anträge', en: 'Your applications' },
        fields: {
          title: { de: 'Antrag', en: 'Application' },
          receipt_number: { de: 'Vorgangsnummer', en: 'Receipt number' },
          state: { de: 'Stand', en: 'State', words },
          started_at: { de: 'begonnen', en: 'begun' },
          submitted_at: { de: 'gesendet', en: 'sent' },
          answers: { de: 'Angaben', en: 'Answers' },
        },
        rows: own,
      },
      {
        name: 'handled-application',
        title: { de: 'Anträge, die Sie bearbeiten', en: 'Applications that you handle' },
        fields: {
          receipt_number: { de: 'Vorgangsnummer', en: 'Receipt number' },
          changed_at: { de: 'geändert', en: 'changed' },
        },
        rows: await listAssigned(database, personId),
      },
    ];
  };
