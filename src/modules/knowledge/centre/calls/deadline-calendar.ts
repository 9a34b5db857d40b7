import { writeCalendar } from '../../../../foundation/text/write-calendar.ts';
import { addDays, type Day } from '../../../../foundation/time/zone.ts';
import { callStateOf } from './call-state.ts';
import type { PublicCall } from './call-store.ts';

const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`);

export type DeadlineWords = { name: string; summary: (title: string) => string; invented: string };

/** The deadlines that lie ahead, each a whole day. */
export const deadlineCalendar = (
  calls: readonly PublicCall[],
  today: Day,
  words: DeadlineWords,
  address: string,
): string =>
  writeCalendar('Aufrufe', {
    name: words.name,
    events: calls.flatMap(({ id, facts, changed_at, demonstration }) => {
      const { closes, title, giver, sourceUrl } = facts;
      if (closes === undefined || callStateOf(facts, today) === 'closed') return [];
      return [
        {
          uid: `${id}@allmende`,
          stamp: { date: changed_at, type: 'DATE-TIME' as const },
          start: { date: midnight(closes), type: 'DATE' as const },
          end: { date: midnight(addDays(closes, 1)), type: 'DATE' as const },
          summary: words.summary(title),
          description: [demonstration ? words.invented : undefined, giver, sourceUrl]
            .filter(Boolean)
            .join('\n'),
          url: `${address}#a-${id}`,
        },
      ];
    }),
  });
