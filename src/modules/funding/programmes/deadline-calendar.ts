import { writeCalendar } from '../../../foundation/text/write-calendar.ts';
import { addDays, type Day } from '../../../foundation/time/zone.ts';
import { programmeStateOf } from '../match/programme-state.ts';
import type { FundingMessages } from '../web/index.ts';
import type { PublicProgramme } from './programme-store.ts';

const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** The last days that lie ahead, each a whole day; a programme that nobody knows to be open has none. */
export const deadlineCalendar = (
  programmes: readonly PublicProgramme[],
  today: Day,
  { t, address }: { t: FundingMessages; address: string },
): string =>
  writeCalendar('Foerderung', {
    name: t.title,
    events: programmes.flatMap(({ id, facts, changed_at, demonstration }) => {
      const { closes } = facts.deadline;
      if (closes === null || !['open', 'ahead'].includes(programmeStateOf(facts, today))) return [];
      return [
        {
          uid: `programme-${id}@allmende`,
          stamp: { date: changed_at, type: 'DATE-TIME' as const },
          start: { date: midnight(closes), type: 'DATE' as const },
          end: { date: midnight(addDays(closes, 1)), type: 'DATE' as const },
          summary: t.deadlineOf(facts.title),
          description: [demonstration ? t.inventedLong : undefined, facts.giver, facts.sourceUrl]
            .filter(Boolean)
            .join('\n'),
          url: `${address}/${id}`,
        },
      ];
    }),
  });
