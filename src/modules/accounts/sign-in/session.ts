const MINUTE = 60_000;
const IDLE_MINUTES = 120;
const LONGEST_MINUTES = 720;
const WARNS_MINUTES = 15;
const NOTED_EVERY_MINUTES = 1;

export type SessionTimes = { createdAt: Date; lastSeenAt: Date };

export type SessionState = { kind: 'running' | 'ending' | 'over'; endsAt: Date };

const later = (instant: Date, minutes: number): Date => new Date(instant.getTime() + minutes * MINUTE);

/** Two hours without a page, twelve hours at most, whichever comes first. */
export const endOfSession = ({ createdAt, lastSeenAt }: SessionTimes): Date =>
  new Date(Math.min(later(lastSeenAt, IDLE_MINUTES).getTime(), later(createdAt, LONGEST_MINUTES).getTime()));

/** `ending` is the last quarter of an hour: pages say so, while there is time to finish a form. */
export const sessionState = (times: SessionTimes, now: Date): SessionState => {
  const endsAt = endOfSession(times);
  if (now >= endsAt) return { kind: 'over', endsAt };
  return { kind: now >= later(endsAt, -WARNS_MINUTES) ? 'ending' : 'running', endsAt };
};

/** Each page would otherwise cost a write. */
export const isWorthNoting = ({ lastSeenAt }: SessionTimes, now: Date): boolean =>
  now >= later(lastSeenAt, NOTED_EVERY_MINUTES);

const LONGEST_AGENT = 60;
const PROGRAMS = ['Edg', 'OPR', 'Firefox', 'Chrome', 'Safari'];
const NAMES: Record<string, string> = { Edg: 'Edge', OPR: 'Opera' };
const SYSTEMS = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS', 'Linux'];

/** "Firefox, Windows" is enough to know one's own device again; the whole header would be a fingerprint. */
export const shortUserAgent = (header: string | undefined): string => {
  const program = PROGRAMS.find((name) => header?.includes(`${name}/`));
  const system = SYSTEMS.find((name) => header?.includes(name));
  return [program && (NAMES[program] ?? program), system].filter(Boolean).join(', ').slice(0, LONGEST_AGENT);
};
