import { METHOD, type PilotPlan } from './plan.ts';

/** A plan that nothing is wrong with. */
export const aPlan = (change: Partial<PilotPlan> = {}): PilotPlan => ({
  name: 'Teilen in der Südstadt',
  pilotDistrict: 'Südstadt',
  pilotWhere: 'Zwischen Bahnhof und Zoo',
  controlDistrict: 'Oststadt',
  controlWhere: 'Zwischen Durlacher Allee und Hauptfriedhof',
  beforeFrom: '2027-03-01',
  beforeTo: '2027-04-30',
  afterFrom: '2027-06-01',
  afterTo: '2027-07-31',
  days: 20,
  drives: 100,
  smallestPercent: 20,
  method: METHOD,
  ...change,
});
