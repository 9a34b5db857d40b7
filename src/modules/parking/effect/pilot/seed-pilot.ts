import type { Context } from '../../../../foundation/database/context.ts';
import { uuidOf } from '../../../../foundation/database/id.ts';
import { canonicalHash } from '../../../../foundation/text/canonical-hash.ts';
import { addDays, berlinDay, fromBerlin } from '../../../../foundation/time/zone.ts';
import { insertUpload } from './drive-store.ts';
import { inventDrives } from './invent-drives.ts';
import { METHOD, type PilotPlan } from './plan.ts';
import { powerOfPlan } from './plan-power.ts';
import { findPlan, freezePlan, insertPlan } from './plan-store.ts';

const KARLSRUHE = '082120000000';
const CHANGE = -0.22;
const SEED = 7;
const LAST_DAY_BEFORE_TODAY = 30;

/** A pilot that has ended, all of it invented, so that a report can be looked at. */
export const seedPilotDemonstration = async ({
  database,
  clock,
}: Pick<Context, 'database' | 'clock'>): Promise<void> => {
  const key = { ars: KARLSRUHE, id: uuidOf('parking demonstration pilot') };
  if (await findPlan(database, key)) return;
  const now = clock();
  const afterTo = addDays(berlinDay(now), -LAST_DAY_BEFORE_TODAY);
  const plan: PilotPlan = {
    name: 'Teilen in der Südstadt (Beispiel)',
    pilotDistrict: 'Südstadt',
    pilotWhere: 'erfunden',
    controlDistrict: 'Oststadt',
    controlWhere: 'erfunden',
    beforeFrom: addDays(afterTo, -110),
    beforeTo: addDays(afterTo, -80),
    afterFrom: addDays(afterTo, -30),
    afterTo,
    days: 30,
    drives: 100,
    smallestPercent: 20,
    method: METHOD,
  };
  const frozenAt = fromBerlin(addDays(plan.beforeFrom, -5));
  const drives = inventDrives(plan, CHANGE, SEED);
  const power = await powerOfPlan(plan);
  await database.transaction().execute(async (inside) => {
    await insertPlan(inside, key, { plan, power, now, isDemonstration: true });
    await freezePlan(inside, key, { hash: canonicalHash(plan), now: frozenAt });
    const upload = { id: uuidOf('parking demonstration drives'), fileHash: canonicalHash(drives) };
    await insertUpload(inside, key, { ...upload, drives, refused: 0, now });
  });
};
