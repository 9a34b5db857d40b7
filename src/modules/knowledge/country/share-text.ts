/** A share in whole per cent that never says none or all where there are some or others. */
export const shareOf = (count: number, all: number): { percent: number } | 'below' | 'above' => {
  if (count === 0 || all === 0) return { percent: 0 };
  if (count === all) return { percent: 100 };
  const share = count / all;
  if (share < 0.01) return 'below';
  return share > 0.99 ? 'above' : { percent: Math.round(share * 100) };
};
