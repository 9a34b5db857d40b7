import type { Life, MeasureState } from '../contract.ts';

const DAY_MILLISECONDS = 86_400_000;
/** A month and a few days of grace; then a quarter without a word. */
const FADING_DAYS = 40;
const SILENT_DAYS = 100;

/**
 * Whether somebody answers for a measure. A measure without an owner or a word decays visibly: strategy tools die of
 * measures that nobody owns.
 */
export const lifeOf = (
  { state, hasLead, lastWord }: { state: MeasureState; hasLead: boolean; lastWord: Date },
  now: Date,
): Life => {
  if (state === 'done' || state === 'stopped') return 'over';
  if (!hasLead) return 'ownerless';
  const days = (now.getTime() - lastWord.getTime()) / DAY_MILLISECONDS;
  if (days < FADING_DAYS) return 'alive';
  return days < SILENT_DAYS ? 'fading' : 'silent';
};

const ASK_EVERY_DAYS = 28;
const ASK_SUBSTITUTE_DAYS = 14;

/** Whom to ask now how it stands: nobody, the lead, or the substitute because the lead did not answer. */
export const whomToAsk = (
  {
    state,
    leadId,
    substituteId,
    confirmedAt,
    askedAt,
    createdAt,
  }: {
    state: MeasureState;
    leadId: string | null;
    substituteId: string | null;
    confirmedAt: Date | null;
    askedAt: Date | null;
    createdAt: Date;
  },
  now: Date,
): 'nobody' | 'lead' | 'substitute' => {
  if (state === 'done' || state === 'stopped' || state === 'idea') return 'nobody';
  const daysSince = (then: Date) => (now.getTime() - then.getTime()) / DAY_MILLISECONDS;
  const lastWord = confirmedAt ?? createdAt;
  if (daysSince(lastWord) < ASK_EVERY_DAYS) return 'nobody';
  const isAnswered = askedAt === null || askedAt < lastWord;
  if (isAnswered) return leadId === null ? (substituteId === null ? 'nobody' : 'substitute') : 'lead';
  // Asked again as long as nobody answers: the substitute once, then the lead every four weeks.
  const silent = daysSince(askedAt);
  if (substituteId !== null && silent >= ASK_SUBSTITUTE_DAYS && silent < ASK_EVERY_DAYS) return 'substitute';
  return silent >= ASK_EVERY_DAYS && leadId !== null ? 'lead' : 'nobody';
};
