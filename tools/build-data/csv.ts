type Cell = string | number | null | undefined;

const cell = (value: Cell): string => {
  const text = String(value ?? '');
  return /[",\n#]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A table with its source lines above the header, as every shipped table has them. */
export const table = (headlines: string[], columns: readonly string[], rows: Cell[][]): string =>
  [
    ...headlines.map((line) => `# ${line}`),
    columns.join(','),
    ...rows.map((row) => row.map(cell).join(',')),
    '',
  ].join('\n');
