import {
  type Backtest,
  backtest,
  type ForecastHour,
  fitForecast,
  forecastFrom,
  type Hourly,
  SLOTS,
} from './forecast.ts';

/** Two weeks to learn from, and one to judge by. */
const LEAST_HOURS = 3 * SLOTS;

export type JudgedForecast = {
  /** How the last week would have been forecast. */ judged: Backtest | undefined;
  /** One for each hour ahead; absent where there is too little to go by, or where a naive rule was better. */ said:
    | (ForecastHour | null)[]
    | undefined;
  why: 'shown' | 'too-short' | 'silent' | 'no-better';
};

/**
 * The hours after the last one. What does not beat "as now" and "as a week ago" on the last week is not said.
 * @param ahead the hours of the week (slots) that follow.
 */
export const judgedForecast = ({ values, slots }: Hourly, ahead: readonly number[]): JudgedForecast => {
  const nothing = { judged: undefined, said: undefined };
  if (values.length < LEAST_HOURS) return { ...nothing, why: 'too-short' };
  const judged = backtest({ values, slots }, { from: values.length - SLOTS, ahead: ahead.length });
  const at = values.length - 1;
  if (!judged || values[at] === null) return { ...nothing, judged, why: 'silent' };
  if (judged.error >= Math.min(judged.lastValueError, judged.lastWeekError))
    return { ...nothing, judged, why: 'no-better' };
  const whole = { values, slots: [...slots, ...ahead] };
  const model = fitForecast(whole, { upTo: values.length, ahead: ahead.length });
  return { judged, said: forecastFrom(whole, model, { at }), why: 'shown' };
};
