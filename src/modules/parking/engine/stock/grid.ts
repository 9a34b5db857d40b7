import type { Point } from '../day.ts';

const CELL_METRES = 200;

/** Points by square cells: a walk limit of 350 m looks at a few cells, however large the town is. */
export type Grid = ReadonlyMap<string, readonly number[]>;

const cellOf = (metres: number): number => Math.floor(metres / CELL_METRES);

export const gridOf = (points: readonly Point[]): Grid => {
  const cells = new Map<string, number[]>();
  points.forEach(({ x, y }, at) => {
    const key = `${cellOf(x)} ${cellOf(y)}`;
    const cell = cells.get(key);
    if (cell) cell.push(at);
    else cells.set(key, [at]);
  });
  return cells;
};

/** Everything that may lie within the reach: a superset. Where the reach spans more cells than there are, all. */
export const nearOf = (grid: Grid, { x, y }: Point, reach: number): number[] => {
  const [left, right] = [cellOf(x - reach), cellOf(x + reach)];
  const [low, high] = [cellOf(y - reach), cellOf(y + reach)];
  if ((right - left + 1) * (high - low + 1) > grid.size) return [...grid.values()].flat();
  const found: number[] = [];
  for (let column = left; column <= right; column += 1)
    for (let row = low; row <= high; row += 1) found.push(...(grid.get(`${column} ${row}`) ?? []));
  return found;
};
