import { type Interval, shareInterval } from './interval.ts';

/** In how many of many invented studies the effect is seen; `detect` invents one and judges it. */
export const powerBySimulation = (trials: number, detect: (trial: number) => boolean): Interval => {
  let seen = 0;
  for (let trial = 0; trial < trials; trial += 1) if (detect(trial)) seen += 1;
  return shareInterval(seen, trials);
};
