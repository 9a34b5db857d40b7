import type { Context } from '../../foundation/database/context.ts';
import { addDays, berlinDay } from '../../foundation/time/zone.ts';
import type { Acting } from '../accounts/index.ts';
import { createEntry } from './desk/edit-entry.ts';
import type { EntryFields } from './desk/entry.ts';
import { suggestEvent } from './suggestions/suggest-event.ts';

const NOTE = 'Erfundenes Beispiel zur Vorführung.';

/** Something to see at an invented desk: two drafts, and a suggestion from outside. */
export const seedDesk = async (context: Context, acting: Acting): Promise<void> => {
  const inDays = (days: number): string =>
    addDays(berlinDay(context.clock()), days).split('-').reverse().join('.');
  const { ars, name: town } = acting.organisation;
  const drafts: EntryFields[] = [
    {
      name: 'Beispiel: Laternenumzug',
      category: 'children',
      start: inDays(12),
      startTime: '17:30',
      note: 'Treffpunkt Feuerwehrhaus',
      town,
      description: NOTE,
      price: 'frei',
    },
    { name: 'Beispiel: Bücherei', category: 'library', openingHours: 'Tu,Th 15:00-18:00', description: NOTE },
  ];
  for (const fields of drafts) await createEntry(context, acting, fields);
  const suggested: EntryFields = {
    name: 'Beispiel: Flohmarkt im Gemeindehaus',
    category: 'market-event',
    start: inDays(20),
    startTime: '10:00',
    endTime: '14:00',
    description: NOTE,
  };
  await suggestEvent(
    context,
    { ars, fields: suggested, mail: '' },
    { subject: 'Vorschlag: Flohmarkt', text: NOTE },
  );
};
