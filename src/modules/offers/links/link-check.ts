export type LinkCheck = {
  url: string;
  checkedAt: Date;
  nextAt: Date;
  /** In a row. */ failures: number;
  failedSince: Date | null;
  reason: string | null;
};

export type LinkState = 'works' | 'unsure' | 'broken';

const HOUR_MILLISECONDS = 3_600_000;
const WORKS_AGAIN_HOURS = 7 * 24;
const FAILED_AGAIN_HOURS = 20;
const GONE = /^bad-status: (404|410)$/;

/** A server may be down for a night: gone is what is gone twice, broken what fails on three days. */
export const linkState = ({ failures, reason }: Pick<LinkCheck, 'failures' | 'reason'>): LinkState => {
  if (failures === 0) return 'works';
  return failures >= 3 || (failures >= 2 && GONE.test(reason ?? '')) ? 'broken' : 'unsure';
};

/** What is kept after one more look. */
export const afterCheck = (
  url: string,
  known: LinkCheck | undefined,
  failure: string | undefined,
  now: Date,
): LinkCheck => {
  const hours = failure === undefined ? WORKS_AGAIN_HOURS : FAILED_AGAIN_HOURS;
  return {
    url,
    checkedAt: now,
    nextAt: new Date(now.getTime() + hours * HOUR_MILLISECONDS),
    failures: failure === undefined ? 0 : (known?.failures ?? 0) + 1,
    failedSince: failure === undefined ? null : (known?.failedSince ?? now),
    reason: failure ?? null,
  };
};
