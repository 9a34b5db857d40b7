import type { PersonalDataSource } from '../../foundation/database/personal-data.ts';
import { listMeasuresOfPerson } from './measures/measure-store.ts';
import { listAnswersOfPerson } from './self-check/check-store.ts';
import { listOfPerson } from './staff/staff-store.ts';

/** What the agenda knows of a person: measures that they lead, and what they said in a self-check. */
export const strategyPersonalData: PersonalDataSource = async ({ database }, personId) => {
  const measures = await listMeasuresOfPerson(database, personId);
  const answers = await listAnswersOfPerson(database, personId);
  const staff = await listOfPerson(database, personId);
  return [
    {
      name: 'skill-and-training',
      title: { de: 'Können, das Sie anbieten, und Schulungen', en: 'Skills that you offer, and trainings' },
      fields: { title: { de: 'Was', en: 'What' }, since: { de: 'seit', en: 'since' } },
      rows: staff.map(({ title, since }) => ({ title, since })),
    },
    {
      name: 'led-measure',
      title: { de: 'Maßnahmen, die Sie leiten oder vertreten', en: 'Measures that you lead or stand in for' },
      fields: { title: { de: 'Maßnahme', en: 'Measure' }, state: { de: 'Stand', en: 'Status' } },
      rows: measures.map(({ state, facts: { title } }) => ({ title, state })),
    },
    {
      name: 'self-check-answer',
      title: { de: 'Ihre Antworten im Selbstcheck', en: 'Your answers in the self-check' },
      fields: {
        question: { de: 'Frage', en: 'Question' },
        today: { de: 'heute (0 bis 3)', en: 'today (0 to 3)' },
        target: { de: 'Ziel (0 bis 3)', en: 'target (0 to 3)' },
        answered_at: { de: 'gegeben am', en: 'given on' },
      },
      rows: answers.map(({ question, today, target, answeredAt }) => ({
        question,
        today,
        target,
        answered_at: answeredAt,
      })),
    },
  ];
};
