import type { Context } from '../../../foundation/database/context.ts';
import { addDays, berlinDay } from '../../../foundation/time/zone.ts';
import type { OrganisationKey } from '../../accounts/index.ts';
import type { Parts } from '../library/contract.ts';
import { listPublicEntries } from '../library/public-store.ts';
import { insertCall } from './calls/call-store.ts';
import type { CallFacts } from './calls/contract.ts';
import type { Dossier } from './dossiers/contract.ts';
import { insertDossier, publishDossierVersion } from './dossiers/dossier-store.ts';

/** Invented meetings, always some weeks ahead of the day on which a demonstration begins. */
export const inventedEvents = (today: string): Parts[] => [
  {
    title: 'Sprechstunde: Sensoren im Dorf',
    summary: 'Eine Stunde für Fragen: Welche Sensoren halten im Winter, und wer liest sie ab?',
    field: 'environment',
    starts: addDays(today, 16),
    startsAt: '10:00',
    endsAt: '11:00',
    place: 'im Netz',
    online: 'https://treffen.example/sprechstunde',
    licence: 'CC0-1.0',
  },
  {
    title: 'Netzwerktreffen der kleinen Gemeinden',
    summary: 'Zwei Tage Austausch: Was hat funktioniert, was nicht, und was machen wir zusammen?',
    starts: addDays(today, 44),
    ends: addDays(today, 45),
    place: 'Karlsruhe, Rathaus am Marktplatz',
    audience: 'Gemeinden unter 10.000 Einwohnern',
    licence: 'CC0-1.0',
  },
];

const inventedCalls = (today: string): CallFacts[] => [
  {
    title: 'Gute Wege im Dorf',
    giver: 'Beispielland',
    area: 'Beispielland',
    eligible: 'Gemeinden unter 20.000 Einwohnern',
    amount: 'bis zu 80 %, höchstens 50.000 €',
    field: 'mobility',
    closes: addDays(today, 60),
    sourceState: 'erfunden',
    sourceUrl: 'https://land.example/gute-wege',
  },
  {
    title: 'Digitales Ehrenamt',
    giver: 'Beispielbund',
    field: 'participation',
    words: 'fortlaufend, laut einer Seite ohne Datum',
    sourceUrl: 'https://bund.example/ehrenamt',
  },
  {
    title: 'Rathaus ohne Papier',
    giver: 'Beispielland',
    eligible: 'Gemeinden und Kreise',
    field: 'administration',
    closes: addDays(today, -30),
    sourceState: 'erfunden',
    sourceUrl: 'https://land.example/ohne-papier',
  },
];

/** By the title of an invented entry. */
const SENTENCES: Record<string, string> = {
  'Wasserstände im Bach melden': 'Zeigt, was es kostet und was zuerst schiefging.',
  'Sensoren im Stadtgebiet beschaffen': 'Hilft, bevor die erste Ausschreibung geschrieben wird.',
  'Mitfahrbank mit Anzeige': 'Sagt offen, warum es nicht ging.',
};

/** A list of calls and a dossier to try, in a demonstration only. */
export const seedCentre = async (context: Context, centre: OrganisationKey): Promise<void> => {
  const { database, clock, newId } = context;
  const now = clock();
  for (const facts of inventedCalls(berlinDay(now)))
    await insertCall(database, centre, { id: newId(), facts, now, demonstration: true });
  const entries = (await listPublicEntries(database)).filter(({ demonstration }) => demonstration);
  const items = Object.entries(SENTENCES).flatMap(([title, sentence]) => {
    const entry = entries.find(({ parts }) => parts.title === title)?.id;
    return entry === undefined ? [] : [{ entry, sentence }];
  });
  const content: Dossier = {
    title: 'Mit Sensoren anfangen',
    introduction:
      'Drei Erfahrungen für Gemeinden, die zum ersten Mal messen wollen: ein Beispiel, ein Leitfaden und ein Vorhaben, das nicht gelang.',
    items,
  };
  if (items.length === 0) return;
  const id = newId();
  await insertDossier(database, centre, { id, content, now, demonstration: true });
  await publishDossierVersion(database, { ars: centre.ars, id }, { content, now });
};
