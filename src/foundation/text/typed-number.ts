/** "12.500", "12500", "12 500" → 12500; "1,5" → 1.5. Undefined where it is no number; null where nothing was typed. */
export const readNumber = (typed: string | undefined): number | null | undefined => {
  const text = (typed ?? '').replaceAll(/[\s\u00a0€]/g, '');
  if (text === '') return null;
  if (!/^-?(\d{1,12}|\d{1,3}(\.\d{3}){1,3})(,\d{1,4})?$/.test(text)) return undefined;
  return Number(text.replaceAll('.', '').replace(',', '.'));
};

/** As it stands in a field. */
export const writeNumber = (value: number | null): string =>
  value === null ? '' : String(value).replace('.', ',');
