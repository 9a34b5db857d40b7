import type { Context } from '../../foundation/database/context.ts';
import type { Acting } from '../accounts/index.ts';
import {
  beginAgenda,
  findAgenda,
  insertGoal,
  publishAgendaVersion,
  saveAgenda,
} from './agenda/agenda-store.ts';
import { contentOf } from './agenda/write-agenda.ts';
import type { MeasureFacts, MeasureState } from './contract.ts';
import { noFacts } from './measures/measure.ts';
import { insertMeasure, insertUpdate } from './measures/measure-store.ts';

type Invented = Pick<MeasureFacts, 'title' | 'goal' | 'fields' | 'leadRole'> &
  Partial<MeasureFacts> & { state: MeasureState; word?: string };

const FROM = 2027;
const TO = 2031;
const VISION =
  'In fünf Jahren erledigen alle das Wichtigste, ohne anzurufen, und wer lieber anruft, wird genauso gut bedient. Bach und Gebäude melden, wenn etwas nicht stimmt. (Erfundenes Beispiel)';

const GOALS = [
  {
    title: 'Anträge ohne Weg ins Amt',
    text: 'Acht von zehn Anträgen kommen über das Netz.',
    field: 'administration',
  },
  {
    title: 'Vor dem Hochwasser gewarnt',
    text: 'Die Feuerwehr weiß eine Stunde früher Bescheid.',
    field: 'energy',
  },
];

/** What the demonstration of the pilots is about. */
export const TRIED_MEASURE = 'Sicher mit dem Rad zur Schule';

const MEASURES: Invented[] = [
  {
    title: 'Zehn Anträge ins Netz bringen',
    goal: 'Die zehn häufigsten Anträge gehen von Anfang bis Bescheid im Netz.',
    fields: ['administration'],
    leadRole: 'Bürgerbüro',
    state: 'running',
    begins: '2027-01',
    ends: '2028-06',
    benefit: 5,
    years: [
      { year: 2027, once: 18_000, running: 2400, staff: 0.3 },
      { year: 2028, once: 4000, running: 2400, staff: 0.2 },
    ],
    resolution: {
      on: '2026-09-17',
      body: 'Gemeindevertretung',
      text: 'Der Maßnahme wird zugestimmt.',
      paper: '',
    },
    word: 'Drei von zehn Anträgen sind fertig.',
  },
  {
    title: 'Wasserstände messen',
    goal: 'Drei Sensoren am Bach melden den Stand an die Feuerwehr.',
    fields: ['energy', 'generalInterest'],
    leadRole: 'Bauhof',
    state: 'planned',
    begins: '2027-03',
    ends: '2027-11',
    benefit: 4,
    years: [{ year: 2027, once: 12_500, running: 900, staff: 0.1 }],
  },
  {
    title: 'Energie der Schule sehen',
    goal: 'Der Verbrauch von Schule und Halle wird jede Stunde gemessen.',
    fields: ['energy', 'education'],
    leadRole: 'Hausmeisterei',
    state: 'idea',
    begins: '2028-01',
    ends: '2028-12',
    benefit: 3,
    years: [{ year: 2028, once: 9000, running: 600, staff: 0.1 }],
  },
  {
    title: TRIED_MEASURE,
    goal: 'Der Schulweg wird Fahrradstraße, zuerst auf Probe.',
    fields: ['mobility', 'education'],
    leadRole: 'Bauhof',
    state: 'running',
    begins: '2026-08',
    ends: '2027-07',
    benefit: 4,
    years: [{ year: 2027, once: 4000, running: 300, staff: 0.1 }],
    offered: { name: 'Fahrradstraße Schulweg', address: '/?ort=01060053' },
    word: 'Die Schilder stehen, gezählt wird an fünf Straßen.',
  },
];

/** An agenda to try, invented and marked so, in a demonstration only; doing it again changes nothing. */
export const seedStrategyDemonstration = (
  context: Context,
  { organisation, personId }: Pick<Acting, 'organisation' | 'personId'>,
): Promise<void> =>
  context.database.transaction().execute(async (database) => {
    const { ars } = organisation;
    if (await findAgenda(database, ars)) return;
    const now = context.clock();
    const agenda = await beginAgenda(database, { ars, fromYear: FROM, toYear: TO, now, demonstration: true });
    await saveAgenda(database, { ...agenda, vision: VISION }, now);
    const goalIds: string[] = [];
    for (const goal of GOALS) {
      const id = context.newId();
      goalIds.push(id);
      await insertGoal(database, { ars, id, ...goal }, now);
    }
    for (const { state, word, ...given } of MEASURES) {
      const id = context.newId();
      const serves = GOALS.findIndex(({ field }) => given.fields.includes(field));
      const facts = { ...noFacts, ...given, goalIds: goalIds.slice(serves, serves + 1) };
      const known = {
        ars,
        id,
        facts,
        state,
        isPublic: true,
        demonstration: true,
        leadId: personId,
        confirmedAt: now,
        now,
      };
      await insertMeasure(database, known);
      if (word !== undefined)
        await insertUpdate(database, { ars, id }, { id: context.newId(), state, text: word, at: now });
    }
    await publishAgendaVersion(
      database,
      ars,
      await contentOf({ database }, { ...agenda, vision: VISION }),
      now,
    );
  });
