/** The lower triangle L with L·Lᵀ = matrix. @returns undefined where columns depend on each other. */
export const cholesky = (matrix: readonly (readonly number[])[]): number[][] | undefined => {
  const size = matrix.length;
  const lower = matrix.map(() => new Array<number>(size).fill(0));
  for (let row = 0; row < size; row += 1) {
    const own = lower[row] as number[];
    for (let column = 0; column <= row; column += 1) {
      const other = lower[column] as number[];
      let rest = (matrix[row] as number[])[column] as number;
      for (let at = 0; at < column; at += 1) rest -= (own[at] as number) * (other[at] as number);
      if (row !== column) own[column] = rest / (other[column] as number);
      else if (rest > 1e-9 * Math.max(1e-9, (matrix[row] as number[])[row] as number))
        own[row] = Math.sqrt(rest);
      else return undefined;
    }
  }
  return lower;
};

/** L·Lᵀ·x = right. */
export const solveLower = (lower: readonly (readonly number[])[], right: readonly number[]): number[] => {
  const x = [...right];
  const size = x.length;
  for (let row = 0; row < size; row += 1) {
    const own = lower[row] as number[];
    for (let at = 0; at < row; at += 1) x[row] = (x[row] as number) - (own[at] as number) * (x[at] as number);
    x[row] = (x[row] as number) / (own[row] as number);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let at = row + 1; at < size; at += 1)
      x[row] = (x[row] as number) - ((lower[at] as number[])[row] as number) * (x[at] as number);
    x[row] = (x[row] as number) / ((lower[row] as number[])[row] as number);
  }
  return x;
};
