declare module 'jstat' {
  type Distribution = {
    cdf: (at: number, degrees: number) => number;
    inv: (share: number, degrees: number) => number;
  };
  const jStat: { studentt: Distribution };
  // biome-ignore lint/style/noDefaultExport: the package has no other
  export default jStat;
}
