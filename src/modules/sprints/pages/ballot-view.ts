import { formatNumber } from '../../../foundation/i18n/format.ts';
import type { FieldView } from '../../../foundation/ui/Control.tsx';
import type { Sprint } from '../room/sprint.ts';
import type { SprintSetting } from '../setting.ts';
import { voterOf } from '../votes/vote.ts';
import { hasBallot, listRounds, listTally, type Round } from '../votes/vote-store.ts';
import type { BallotView } from '../web/index.ts';
import type { Words } from './present.tsx';

const LONGEST_LABEL = 160;

/** The ballot of a round: one choice, or a number beside each idea. */
export const ballotFields = (
  { language, t }: Words,
  { kind, dots }: Pick<Round, 'kind' | 'dots'>,
  ideas: readonly { ideaId: string; text: string }[],
): FieldView[] => {
  const short = (text: string) =>
    text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL - 1)}…` : text;
  if (kind === 'one')
    return [
      {
        name: 'idee',
        control: 'radios',
        label: t.votes.choose,
        value: '',
        choices: ideas.map(({ ideaId, text }) => ({ value: ideaId, label: short(text) })),
      },
    ];
  return ideas.map(({ ideaId, text }) => ({
    name: `punkte-${ideaId}`,
    control: 'line',
    label: short(text),
    value: '',
    inputMode: 'numeric',
    hint: `0–${formatNumber(language, dots)}`,
  }));
};

/** The round that is open, and what can be voted on in it. */
export const openBallot = async ({ database }: Pick<SprintSetting, 'database'>, sprint: Sprint) => {
  const round = (await listRounds(database, sprint)).find(({ closedAt }) => closedAt === null);
  if (!round || sprint.state !== 'open') return undefined;
  const ideas = (await listTally(database, sprint)).filter(({ roundId }) => roundId === round.id);
  return { round, ideas };
};

export const ballotOf = async (
  words: Words,
  setting: SprintSetting,
  sprint: Sprint,
  { secret, action }: { secret: string; action: string },
): Promise<BallotView | undefined> => {
  const open = await openBallot(setting, sprint);
  if (!open) return undefined;
  const { round, ideas } = open;
  const { t, language } = words;
  const voterHash = voterOf(secret, round.id);
  if (await hasBallot(setting.database, sprint, { roundId: round.id, voterHash }))
    return { word: t.votes.done };
  return {
    action,
    lead: round.kind === 'one' ? t.votes.one : t.votes.spread(formatNumber(language, round.dots)),
    fields: ballotFields(words, round, ideas),
  };
};
