/** One of the places for which several compete. */
export type Seat<T> = { key: string; worth: number; option: T };

/**
 * Gives every row at most one seat and every seat to at most one row so that the sum of worth is largest: shortest
 * augmenting paths (Hungarian method) on the few rows of a batch; every row may also stay without, at worth 0.
 */
export const assign = <T>(rows: readonly (readonly Seat<T>[])[]): (T | undefined)[] => {
  const keys = [...new Set(rows.flatMap((row) => row.map(({ key }) => key)))];
  const columnOf = new Map(keys.map((key, at) => [key, at]));
  const width = keys.length + rows.length;
  const costs = rows.map((row) => {
    const cost = new Float64Array(width);
    for (const { key, worth } of row) cost[columnOf.get(key) ?? 0] = -worth;
    return cost;
  });
  const allowed = rows.map((row) => new Set(row.map(({ key }) => columnOf.get(key) ?? -1)));
  const rowOf = new Int32Array(width).fill(-1);
  const rowPrice = new Float64Array(rows.length);
  const columnPrice = new Float64Array(width);
  const isOpen = (row: number, column: number): boolean =>
    column >= keys.length || allowed[row]?.has(column) === true;
  rows.forEach((_, row) => {
    augment(row, { costs, rowOf, rowPrice, columnPrice, isOpen });
  });
  const taken = new Map([...rowOf].flatMap((row, column) => (row < 0 ? [] : [[row, keys[column]] as const])));
  return rows.map((row, at) => row.find(({ key }) => key === taken.get(at))?.option);
};

type Matching = {
  costs: readonly Float64Array[];
  rowOf: Int32Array;
  rowPrice: Float64Array;
  columnPrice: Float64Array;
  isOpen: (row: number, column: number) => boolean;
};

const augment = (start: number, { costs, rowOf, rowPrice, columnPrice, isOpen }: Matching): void => {
  const width = rowOf.length;
  const distance = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(width).fill(-1);
  const isDone = new Uint8Array(width);
  let row = start;
  let column = -1;
  let reached = 0;
  do {
    for (let at = 0; at < width; at += 1) {
      if (isDone[at] || !isOpen(row, at)) continue;
      const reduced =
        reached + (costs[row]?.[at] as number) - (rowPrice[row] as number) - (columnPrice[at] as number);
      if (reduced < (distance[at] as number)) {
        distance[at] = reduced;
        before[at] = column;
      }
    }
    column = nearestOpen(distance, isDone);
    reached = distance[column] as number;
    isDone[column] = 1;
    row = rowOf[column] as number;
  } while (row >= 0);
  (rowPrice[start] as number) += reached;
  for (let at = 0; at < width; at += 1) {
    if (!isDone[at] || at === column) continue;
    const slack = reached - (distance[at] as number);
    (columnPrice[at] as number) -= slack;
    (rowPrice[rowOf[at] as number] as number) += slack;
  }
  while (column >= 0) {
    const previous = before[column] as number;
    rowOf[column] = previous < 0 ? start : (rowOf[previous] as number);
    column = previous;
  }
};

const nearestOpen = (distance: Float64Array, isDone: Uint8Array): number => {
  let nearest = -1;
  for (let at = 0; at < distance.length; at += 1)
    if (!isDone[at] && (nearest < 0 || (distance[at] as number) < (distance[nearest] as number)))
      nearest = at;
  return nearest;
};
