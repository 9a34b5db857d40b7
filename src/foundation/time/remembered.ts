const MOST = 5_000;

/** Remembers what was worked out for a text; when that is too much, all is forgotten and worked out anew. */
export const remembered = <Value>(workOut: (key: string) => Value): ((key: string) => Value) => {
  const known = new Map<string, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before as Value;
    const value = workOut(key);
    if (known.size >= MOST) known.clear();
    known.set(key, value);
    return value;
  };
};
