/** ISO 8601 with a zone; without one it is UTC, as SensorThings servers take it. */
const INSTANT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

export const instantOf = (text: string): Date | undefined => {
  const found = INSTANT.exec(text);
  if (!found) return undefined;
  const zoned = found[1] || !text.includes('T') ? text : `${text}Z`;
  const date = new Date(zoned.replace(',', '.').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(date.getTime()) ? undefined : date;
};

/** A moment, or a span `start/end`. */
export const timeOf = (text: string): { start: Date; end?: Date } | undefined => {
  const [first = '', second, ...more] = text.split('/');
  const start = instantOf(first);
  if (!start || more.length > 0) return undefined;
  if (second === undefined) return { start };
  const end = instantOf(second);
  return end && end > start ? { start, end } : undefined;
};
