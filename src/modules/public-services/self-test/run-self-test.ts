import type { Context } from '../../../foundation/database/context.ts';
import { berlinDay } from '../../../foundation/time/zone.ts';
import type { PlaceIndex } from '../../municipalities/index.ts';
import type { Place, Unit } from '../responsibility/decide-authority.ts';
import { unitsOf } from '../responsibility/find-authority.ts';
import type { Rule } from '../responsibility/responsibility.ts';
import { listRules } from '../responsibility/rule-store.ts';
import { DEAD_AFTER } from './check-links.ts';
import {
  type CoverageRow,
  type Finding,
  listPlayedKeys,
  saveCoverage,
  saveFindings,
} from './coverage-store.ts';
import { type Judgement, judgeArea } from './judge-area.ts';
import { listDeadLinks } from './link-store.ts';

export const MOST_SERVICES = 100;

export type SelfTestFigures = {
  areas: number;
  services: number;
  answered: number;
  asked: number;
  gaps: number;
  findings: number;
};

const emptyRow = (ars: string): CoverageRow => ({
  ars,
  services: 0,
  answered: 0,
  asked: 0,
  gaps: 0,
  expired: 0,
  contradictions: 0,
});

/** One synthetic resident in the middle of every municipality asks for each of the services. */
export const runSelfTest = async (
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  places: Pick<PlaceIndex, 'municipalities' | 'chain'>,
): Promise<SelfTestFigures> => {
  const now = clock();
  const day = berlinDay(now);
  const residents = places.municipalities.map(
    ({ ars, point }): Place => ({ chain: unitsOf(ars, places), ...(point && { point }) }),
  );
  const rows = residents.map(({ chain }) => emptyRow(chain[0]?.ars ?? ''));
  const findings = new Map<string, Finding>();
  for (const dead of await listDeadLinks(database, DEAD_AFTER))
    findings.set(`${dead.ars} ${dead.service_key} ${dead.kind}`, dead);
  const keys = await listPlayedKeys(database, MOST_SERVICES);
  const chains = new Map<string, Unit[]>();
  const chainOf = (ars: string): Unit[] => {
    const known = chains.get(ars) ?? unitsOf(ars, places);
    chains.set(ars, known);
    return known;
  };
  for (const key of keys) {
    const rules = Map.groupBy(
      await listRules(database, { id: '', leikaKeys: [key] }, 'all'),
      (rule) => rule.areaArs,
    );
    const rulesIn = (ars: string): readonly Rule[] => rules.get(ars) ?? [];
    residents.forEach((resident, at) => {
      const { outcome, fault } = judgeArea(rulesIn, resident, day, chainOf);
      const row = rows[at];
      if (row) count(row, outcome, fault);
      if (fault) findings.set(`${fault.ars} ${key} ${fault.kind}`, { ...fault, service_key: key });
    });
  }
  await database.transaction().execute(async (inside) => {
    await saveCoverage(inside, rows, now);
    await saveFindings(inside, [...findings.values()], now);
  });
  const sum = (of: 'answered' | 'asked' | 'gaps'): number => rows.reduce((total, row) => total + row[of], 0);
  return {
    areas: rows.length,
    services: keys.length,
    answered: sum('answered'),
    asked: sum('asked'),
    gaps: sum('gaps'),
    findings: findings.size,
  };
};

const count = (row: CoverageRow, outcome: Judgement['outcome'], fault: Judgement['fault']): void => {
  row.services += 1;
  row[outcome === 'gap' ? 'gaps' : outcome] += 1;
  if (fault?.kind === 'expired') row.expired += 1;
  if (fault?.kind === 'contradiction') row.contradictions += 1;
};
