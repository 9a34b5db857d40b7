import { writeCalendar } from '../../../foundation/text/write-calendar.ts';
import { addDays, type Day } from '../../../foundation/time/zone.ts';
import type { Measure } from '../measures/measure.ts';

const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** Open milestones of measures, each a whole day. */
export const milestoneCalendar = (
  measures: readonly Pick<Measure, 'id' | 'facts' | 'state' | 'changedAt'>[],
  { name, addressOf }: { name: string; addressOf: (measureId: string) => string },
): string =>
  writeCalendar('Digitalagenda', {
    name,
    events: measures
      .filter(({ state }) => state !== 'stopped')
      .flatMap(({ id, facts, changedAt }) =>
        facts.milestones
          .filter(({ doneOn }) => doneOn === null)
          .map(({ id: milestone, title, due }) => ({
            uid: `${milestone}@allmende`,
            stamp: { date: changedAt, type: 'DATE-TIME' as const },
            start: { date: midnight(due), type: 'DATE' as const },
            end: { date: midnight(addDays(due, 1)), type: 'DATE' as const },
            summary: `${title} (${facts.title})`,
            url: addressOf(id),
          })),
      ),
  });
