/** Failures against one key, as they are stored. */
export type Attempts = { failures: number; lastAt: Date };

/** After `free` failures each next attempt waits twice as long as the one before, `longestSeconds` at most. */
export type AttemptRule = { free: number; longestSeconds: number };

export const attemptRules = {
  // One account from one network: whoever guesses is slowed down, the owner elsewhere is not.
  accountInNetwork: { free: 5, longestSeconds: 3600 },
  // Many accounts from one network: generous, because a town hall is one network.
  network: { free: 50, longestSeconds: 900 },
  // A device that signed in before counts for itself: nobody else can use it up.
  device: { free: 10, longestSeconds: 900 },
  // Somebody without an account who writes to a town hall.
  writer: { free: 10, longestSeconds: 3600 },
  // Somebody without an account who books: behind one address of a mobile network stand hundreds of phones.
  booker: { free: 60, longestSeconds: 600 },
} as const satisfies Record<string, AttemptRule>;

export type AttemptKind = keyof typeof attemptRules;

const FORGOTTEN_AFTER_MILLISECONDS = 86_400_000;

export const forgottenBefore = (now: Date): Date => new Date(now.getTime() - FORGOTTEN_AFTER_MILLISECONDS);

/** An attempt is counted before it is looked at, so that many at the same moment cannot slip through together. */
export const countAttempt = (
  known: Attempts | undefined,
  { free, longestSeconds }: AttemptRule,
  now: Date,
): Attempts | { refused: 'too-many-attempts'; until: Date } => {
  if (!known || known.lastAt < forgottenBefore(now)) return { failures: 1, lastAt: now };
  const over = known.failures - free;
  const waitSeconds = over < 0 ? 0 : Math.min(longestSeconds, 2 ** Math.min(over, 30));
  const until = new Date(known.lastAt.getTime() + waitSeconds * 1000);
  if (now < until) return { refused: 'too-many-attempts', until };
  return { failures: known.failures + 1, lastAt: now };
};

/**
 * The part of an address that one household or office shares: /24 of IPv4, /56 of IPv6. Neither a changing
 * last number nor the 2^64 addresses of one line make a new guesser.
 */
export const networkOf = (address: string | undefined): string => {
  const plain = (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  const v4 = /^(\d+\.\d+\.\d+)\.\d+$/.exec(plain);
  if (v4) return `${v4[1]}.0/24`;
  if (!plain.includes(':')) return 'unknown';
  const [head = '', tail] = plain.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail?.split(':').filter(Boolean) ?? [];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...right].map((group) =>
    group.padStart(4, '0').toLowerCase(),
  );
  return `${groups.slice(0, 4).join(':').slice(0, 17)}00::/56`;
};
