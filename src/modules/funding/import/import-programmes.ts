import type { Context } from '../../../foundation/database/context.ts';
import { type Organisation, recordOwnAct, seedOrganisation } from '../../accounts/index.ts';
import { displayName, type PlaceIndex } from '../../municipalities/index.ts';
import { upsertFoundProgramme } from '../programmes/programme-store.ts';
import type { ReadProgrammes } from './read-programmes.ts';

export type ProgrammeReport = {
  created: number;
  changed: number;
  known: number;
  rejected: ReadProgrammes['rejected'];
};

const unitOf = (places: PlaceIndex, key: string): Organisation | undefined => {
  const answer = places.byAgs(key);
  const unit = answer.kind === 'current' ? answer.municipality : places.get(key);
  return unit && { ars: unit.ars, id: unit.ars, kind: unit.level, name: displayName(unit) };
};

/**
 * Takes a list of programmes in for the unit of the register that keeps it; read again, nothing changes twice.
 * @throws Error where there is no such unit.
 */
export const importProgrammes = async (
  context: Context,
  places: PlaceIndex,
  { source, key }: { source: string; key: string | undefined },
  { found, rejected }: ReadProgrammes,
): Promise<ProgrammeReport> => {
  const keeper = key === undefined ? undefined : unitOf(places, key);
  if (!keeper) throw new Error('Geben Sie mit --key an, welche Stelle die Liste führt.');
  const report: ProgrammeReport = { created: 0, changed: 0, known: 0, rejected };
  await context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    await seedOrganisation(inside, keeper, []);
    const now = context.clock();
    for (const { foreignId, facts } of found) {
      const id = context.newId();
      report[await upsertFoundProgramme(database, keeper, { id, facts, now, source, foreignId })] += 1;
    }
    await recordOwnAct(inside, keeper, {
      act: 'import-programmes',
      record: { type: 'funding-programme', id: source.slice(0, 100) },
      detail: { created: report.created, changed: report.changed },
    });
  });
  return report;
};
