/** `%` any number of characters, `_` one, a backslash takes the next character as itself. */
export type PatternPart = { kind: 'any' | 'one' } | { kind: 'letter'; letter: string };

export const partsOf = (pattern: string): PatternPart[] => {
  const parts: PatternPart[] = [];
  const letters = [...pattern];
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at] ?? '';
    if (letter === '%') parts.push({ kind: 'any' });
    else if (letter === '_') parts.push({ kind: 'one' });
    else {
      if (letter === '\\') at += 1;
      parts.push({ kind: 'letter', letter: letters[at] ?? '' });
    }
  }
  return parts;
};

/** Goes back to the last `%` only: a regular expression would try all of them, which a hostile pattern makes endless. */
export const isLike = (text: string[], parts: PatternPart[]): boolean => {
  let [at, part, lastAny, resumeAt] = [0, 0, -1, 0];
  while (at < text.length) {
    const wanted = parts[part];
    if (wanted?.kind === 'any') {
      [lastAny, resumeAt] = [part, at];
      part += 1;
    } else if (wanted?.kind === 'one' || (wanted?.kind === 'letter' && wanted.letter === text[at])) {
      at += 1;
      part += 1;
    } else if (lastAny >= 0) {
      part = lastAny + 1;
      resumeAt += 1;
      at = resumeAt;
    } else return false;
  }
  return parts.slice(part).every(({ kind }) => kind === 'any');
};
