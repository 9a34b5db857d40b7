import type { RegisterFacts } from './municipality.ts';
import type { Level } from './municipality-key.ts';
import { isKindOfLevel, kindOfTypeCode } from './municipality-kind.ts';

/** The official code of a kind: 41 … 67. */
const codeOf = (kind: string | undefined, level: Level): string =>
  Array.from({ length: 27 }, (_, index) => String(index + 41)).find(
    (code) => kindOfTypeCode(code) === kind && isKindOfLevel(code, level),
  ) ?? '';

const RECORDS = { state: '10', region: '20', district: '40', association: '50', municipality: '60' };

/** Writes a unit as the official file would: fixed columns, 220 characters. */
export const gv100adLine = (
  unit: Partial<RegisterFacts> & Pick<RegisterFacts, 'ars' | 'level'>,
  date = '20231130',
) => {
  const { ars, level } = unit;
  const key = `${ars.slice(0, 5).padEnd(5)}${ars.slice(9, 12).padEnd(3)}${ars.slice(5, 9)}`.padEnd(12);
  const kind = codeOf(unit.kind, level);
  const name = unit.suffix ? `${unit.name}, ${unit.suffix}` : (unit.name ?? 'Ort');
  const head = `${RECORDS[level]}${date}${key}${name.padEnd(50)}${(unit.seat ?? '').padEnd(50)}${kind.padEnd(2)}    `;
  if (level !== 'municipality') return head.padEnd(220);
  const area = String(Math.round((unit.areaKm2 ?? 0) * 100)).padStart(11, '0');
  const population = String(unit.population ?? 0).padStart(11, '0');
  return `${head}${area}${population}${'0'.repeat(11)}    ${(unit.postcode ?? '').padEnd(5)}*****`.padEnd(
    220,
  );
};
