import type { Job } from '../../../../foundation/jobs/jobs.ts';
import { canonicalHash } from '../../../../foundation/text/canonical-hash.ts';
import type { ParkingSetting } from '../../setting.ts';
import { forecastApart } from '../apart/compute-apart.ts';
import { SIMULATOR_VERSION } from './answer.ts';
import { endForecast, type ForecastKey, findForecast, noteProgress } from './forecast-store.ts';
import type { Question } from './question.ts';

export const FORECAST = 'parking-forecast';

/** The key under which a question is answered once and for all. */
export const forecastKey = (ars: string, question: Question): ForecastKey => ({
  ars,
  questionHash: canonicalHash({ version: SIMULATOR_VERSION, question }),
});

type Setting = Pick<ParkingSetting, 'database' | 'clock'>;

/** Computes what was asked, unless it is there or nobody waits for it any more. Killed on the way, it begins anew. */
const computeForecast = async (
  { database, clock }: Setting,
  key: ForecastKey,
): Promise<'done' | 'stopped' | 'not-asked'> => {
  const asked = await findForecast(database, key);
  if (!asked || !['waiting', 'running'].includes(asked.state)) return 'not-asked';
  const isWanted = (done: number, steps: number) =>
    noteProgress(database, key, { done, steps, now: clock() });
  if (!(await isWanted(0, 0))) return 'stopped';
  try {
    const answer = await forecastApart(asked.question, async (done, of) =>
      (await isWanted(done, of)) ? 'go-on' : 'stop',
    );
    if (!answer) return 'stopped';
    await endForecast(database, key, { answer, now: clock() });
    return 'done';
  } catch (error) {
    await endForecast(database, key, { answer: undefined, now: clock() });
    throw error;
  }
};

export const forecastWork = (setting: Setting): Job => ({
  name: FORECAST,
  keptHours: 24,
  run: async ({ ars = '', questionHash = '' }) => ({
    ended: await computeForecast(setting, { ars, questionHash }),
  }),
});
