/** As many as fit into `seconds`, all of `works` at the same time. @returns how many per second. */
export const rateOf = async (works: (() => Promise<unknown>)[], seconds: number): Promise<number> => {
  const started = performance.now();
  let count = 0;
  const repeat = async (work: () => Promise<unknown>): Promise<void> => {
    while (performance.now() - started < seconds * 1000) {
      await work();
      count += 1;
    }
  };
  await Promise.all(works.map(repeat));
  return count / ((performance.now() - started) / 1000);
};
