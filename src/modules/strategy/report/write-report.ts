import type { Context } from '../../../foundation/database/context.ts';
import type { Language } from '../../../foundation/i18n/language.ts';
import type { TextDocument } from '../../../foundation/text/text-document.ts';
import { berlinDay } from '../../../foundation/time/zone.ts';
import { findAgenda } from '../agenda/agenda-store.ts';
import { listAllUpdates, listMeasures } from '../measures/measure-store.ts';
import { lifeOfMeasure } from '../measures/pages/present-measure.ts';
import { composeReport } from './compose-report.ts';
import { reportYear } from './year-report.ts';

/** The year of a unit's agenda; undefined where it has none. */
export const writeReport = async (
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  { ars, sender, year, language }: { ars: string; sender: string; year: number; language: Language },
): Promise<TextDocument | undefined> => {
  const agenda = await findAgenda(database, ars);
  if (!agenda) return undefined;
  const now = clock();
  const words = Map.groupBy(await listAllUpdates(database, ars), ({ measureId }) => measureId);
  const measures = (await listMeasures(database, ars)).map((measure) => ({
    title: measure.facts.title,
    facts: measure.facts,
    state: measure.state,
    life: lifeOfMeasure(measure, now),
    begunOn: berlinDay(measure.createdAt),
    words: (words.get(measure.id) ?? []).map(({ at, state, text }) => ({ on: berlinDay(at), state, text })),
  }));
  const report = reportYear(measures, year, berlinDay(now));
  return composeReport({ language, sender, vision: agenda.vision, year, report });
};
