/**
 * Whether one text becomes the other by at most so many typing errors: a letter too many, too few, another, or two
 * swapped (optimal string alignment).
 */
export const isWithinEdits = (a: string, b: string, most: number): boolean => {
  if (Math.abs(a.length - b.length) > most) return false;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return false;
    before = row;
    row = next;
  }
  return (row[b.length] ?? most + 1) <= most;
};

/** One bit for each letter that occurs. */
export const lettersOf = (text: string): number => {
  let letters = 0;
  for (let index = 0; index < text.length; index += 1) letters |= 1 << (text.charCodeAt(index) - 97);
  return letters;
};

/** Each error brings or takes at most two letters: a cheap no for nearly every pair. */
export const mayBeWithinEdits = (a: number, b: number, most: number): boolean => {
  let differing = a ^ b;
  for (let count = 0; differing !== 0; count += 1) {
    if (count === 2 * most) return false;
    differing &= differing - 1;
  }
  return true;
};
