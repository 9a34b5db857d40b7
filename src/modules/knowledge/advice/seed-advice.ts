import type { Context } from '../../../foundation/database/context.ts';
import type { Organisation } from '../../accounts/index.ts';
import { insertQuestion, listOwnQuestions } from './question-store.ts';
import { addMessage, findThread, insertThread, saveOffer } from './thread-store.ts';

const LEEZEN = { ars: '010605053053', id: '010605053053', name: 'Leezen' };

/** A question of a city to a village, with its answer; invented, and marked so. Doing it again changes nothing. */
export const seedAdviceDemonstration = async (context: Context, asker: Organisation): Promise<void> => {
  const { database } = context;
  if ((await listOwnQuestions(database, asker)).length > 0) return;
  const now = context.clock();
  const id = context.newId();
  await insertQuestion(database, asker, {
    id,
    now,
    demonstration: true,
    title: 'Wer misst Wasserstände in kleinen Bächen?',
    question:
      'Wir möchten an drei Bächen messen. Welche Sensoren halten den Winter aus, und wer liest sie nachts?',
    field: 'environment',
    words: 'Wasserstände LoRaWAN',
    entryId: undefined,
    mostPopulation: undefined,
    isPublic: true,
  });
  const question = { ars: asker.ars, id };
  const reasons = [{ why: 'entry' as const, title: 'Wasserstände im Bach melden' }];
  await insertThread(database, question, { ...LEEZEN, role: 'town', reasons, told: 1 });
  const thread = await findThread(database, question, LEEZEN);
  if (!thread) return;
  const text =
    'Unsere Sensoren laufen mit Lithiumzellen, die alten sind im Winter ausgefallen. Nachts schaut die Leitstelle der Feuerwehr.';
  await saveOffer(database, thread, { way: 'answer', text, days: undefined }, now);
  await addMessage(database, thread, { text, fromAsker: false, now });
};
