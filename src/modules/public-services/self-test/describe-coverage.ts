import type { Context } from '../../../foundation/database/context.ts';
import { berlinDay } from '../../../foundation/time/zone.ts';
import type { PlaceIndex } from '../../municipalities/index.ts';
import { unitsOf } from '../responsibility/find-authority.ts';
import { listRulesOfKeys } from '../responsibility/rule-store.ts';
import {
  type CoverageSum,
  type Finding,
  listFindings,
  listPlayedKeys,
  nameKeys,
  sumCoverage,
} from './coverage-store.ts';
import { judgeArea } from './judge-area.ts';
import { MOST_SERVICES } from './run-self-test.ts';

export type Coverage = {
  sums: CoverageSum[];
  /** Federal keys without an answer at the place, as of now. */ gaps: string[] | undefined;
  findings: Finding[];
  names: Map<string, string>;
};

const COUNTRY = '';

/** The town, its state and the country; without a place the country and its states. */
export const describeCoverage = async (
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  places: PlaceIndex,
  ars: string | undefined,
): Promise<Coverage> => {
  const chain = ars === undefined ? [] : unitsOf(ars, places);
  const states = places.units.filter(({ level }) => level === 'state').map((unit) => unit.ars);
  const shown = ars === undefined ? [COUNTRY, ...states] : [ars, ars.slice(0, 2), COUNTRY];
  const sums: CoverageSum[] = [];
  for (const unit of shown) sums.push(await sumCoverage(database, unit));
  const keys = await listPlayedKeys(database, MOST_SERVICES);
  const findings =
    ars === undefined
      ? []
      : await listFindings(
          database,
          chain.map((unit) => unit.ars),
        );
  const gaps = ars === undefined ? undefined : await gapsAt(database, places, ars, keys, berlinDay(clock()));
  return { sums, gaps, findings, names: await nameKeys(database, keys) };
};

const gapsAt = async (
  database: Context['database'],
  places: PlaceIndex,
  ars: string,
  keys: readonly string[],
  day: string,
): Promise<string[]> => {
  const chain = unitsOf(ars, places);
  const rules = await listRulesOfKeys(database, keys, [...chain.map((unit) => unit.ars), COUNTRY]);
  return keys.filter((key) => {
    const own = Map.groupBy(rules.get(key) ?? [], ({ areaArs }) => areaArs);
    const { outcome } = judgeArea(
      (unit) => own.get(unit) ?? [],
      { chain },
      day,
      (unit) => unitsOf(unit, places),
    );
    return outcome === 'gap';
  });
};
