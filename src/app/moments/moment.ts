import * as v from 'valibot';
import { isWorkingDay } from '../../foundation/time/public-holiday.ts';
import { addDays, type Day } from '../../foundation/time/zone.ts';

const line = v.pipe(v.string(), v.nonEmpty(), v.maxLength(300));
const StepTextSchema = v.strictObject({
  title: line,
  text: line,
  notice: v.optional(v.pipe(v.string(), v.maxLength(2_000))),
});
const MomentTextSchema = v.strictObject({ title: line, lead: line, date: line });

const StepSchema = v.strictObject({
  /** A service of some authority, a listing among the offers, a notice to print, a look around, or just to be done. */
  kind: v.picklist(['service', 'listing', 'notice', 'nearby', 'other']),
  /** Until when, counted from the day that it is about; negative before it. */
  days: v.pipe(v.number(), v.integer(), v.minValue(-365), v.maxValue(365)),
  leikaKey: v.optional(v.pipe(v.string(), v.regex(/^99\d{12}$/))),
  /** What to search the services for. */ words: v.optional(line),
  law: v.optional(line),
  de: StepTextSchema,
  en: StepTextSchema,
});

/** Editable as data: what one moment of life asks for, across authorities and offers. */
export const MomentsSchema = v.strictObject({
  source: line,
  moments: v.pipe(
    v.array(
      v.strictObject({
        id: v.pipe(v.string(), v.regex(/^[a-z-]{3,30}$/)),
        de: MomentTextSchema,
        en: MomentTextSchema,
        steps: v.pipe(v.array(StepSchema), v.minLength(1), v.maxLength(30)),
      }),
    ),
    v.check((all) => new Set(all.map(({ id }) => id)).size === all.length, 'an id stands twice'),
    v.check(
      (all) =>
        all.every(({ steps }) =>
          steps.every(({ kind, words }) => (kind === 'service') === (words !== undefined)),
        ),
      'a service needs words to search for, and nothing else has any',
    ),
  ),
});

export type Moments = v.InferOutput<typeof MomentsSchema>;
export type Moment = Moments['moments'][number];
export type Step = Moment['steps'][number];

const nextOpen = (day: Day, step: 1 | -1, state: string): Day =>
  isWorkingDay(day, state) ? day : nextOpen(addDays(day, step), step, state);

/**
 * The day by which a step is due. A period that runs after the event ends on the next working day (§ 193 BGB, § 31 (3)
 * VwVfG); what has to be done before it must be done on a day on which somebody is there.
 */
export const dueDay = ({ kind, days }: Pick<Step, 'kind' | 'days'>, date: Day, state: string): Day => {
  const day = addDays(date, days);
  if (kind !== 'service') return day;
  return nextOpen(day, days > 0 ? 1 : -1, state);
};

export type DueStep = Step & { due: Day; state: 'past' | 'soon' | 'later' };

const SOON_DAYS = 7;

/** The checklist of a moment, the first thing first. */
export const checklistOf = (
  { steps }: Moment,
  date: Day,
  { today, state }: { today: Day; state: string },
): DueStep[] =>
  steps
    .map((step): DueStep => {
      const due = dueDay(step, date, state);
      return {
        ...step,
        due,
        state: due < today ? 'past' : due <= addDays(today, SOON_DAYS) ? 'soon' : 'later',
      };
    })
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
