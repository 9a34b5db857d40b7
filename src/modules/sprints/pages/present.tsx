import { formatDate, formatNumber } from '../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../foundation/i18n/language.ts';
import { berlinDay, fromBerlin } from '../../../foundation/time/zone.ts';
import { slugOf } from '../../municipalities/index.ts';
import type { Contribution } from '../ideas/idea-store.ts';
import { phaseOn, type Sprint } from '../room/sprint.ts';
import { listItems, listOutputs } from '../room/sprint-store.ts';
import type { SprintSetting } from '../setting.ts';
import { resultOf } from '../votes/ballot.ts';
import { listRounds, listTally } from '../votes/vote-store.ts';
import {
  type IdeaView,
  type RoundView,
  type SprintMessages,
  type SprintView,
  sprintMessages,
} from '../web/index.ts';

export type Words = { language: Language; t: SprintMessages };
export const wordsOf = (language: Language): Words => ({ language, t: sprintMessages(language) });

/** Where everybody reads about a room; without the language. */
export const sprintPath = (
  { places }: Pick<SprintSetting, 'places'>,
  { ars, id }: Pick<Sprint, 'ars' | 'id'>,
): string => {
  const unit = places.get(ars);
  return `/sprints/${unit ? slugOf(unit) : ars}/${id}`;
};

export const dayText = (language: Language, day: string): string => formatDate(language, fromBerlin(day));

export const quarterText = ({ t }: Words, { facts }: Pick<Sprint, 'facts'>): string =>
  t.quarter(facts.quarter.slice(5), facts.quarter.slice(0, 4));

export const phaseViews = (
  { language, t }: Words,
  { facts, state }: Pick<Sprint, 'facts' | 'state'>,
  { base, now }: { base: string; now: Date },
): SprintView['phases'] =>
  facts.phases.map(({ phase, from, to, meeting, result }) => ({
    name: t.phases[phase],
    range: t.about.range(dayText(language, from), dayText(language, to)),
    isHere: state === 'open' && phase === phaseOn(facts.phases, berlinDay(now)),
    meeting,
    result,
    sheet: localPath(language, `${base}/aufgaben/${phase}`),
  }));

/** Who said it, how far the reader may know: names stay in the room. */
export const noteOf = ({ language, t }: Words, one: Contribution, isInRoom: boolean): string =>
  [
    ...(isInRoom ? [one.name ?? t.room.nameless] : []),
    t.parties[one.party],
    ...(one.way === 'page' ? [] : [t.ways[one.way]]),
    t.phases[one.phase],
    formatDate(language, one.writtenAt),
  ].join(' · ');

export const ideaView = (
  words: Words,
  one: Contribution,
  { base, isInRoom }: { base: string; isInRoom: boolean },
): IdeaView => ({
  id: one.id,
  text: one.text,
  note: noteOf(words, one, isInRoom),
  picture: one.kind === 'picture' ? `${base}/bild/${one.id}` : undefined,
  talk: isInRoom
    ? {
        href: localPath(words.language, `${base}/raum/idee/${one.id}`),
        label: words.t.room.talk(formatNumber(words.language, one.comments)),
      }
    : undefined,
});

/** Rounds with their numbers, once there may be some. */
export const roundViews = async (
  { language, t }: Words,
  { database }: Pick<SprintSetting, 'database'>,
  sprint: Pick<Sprint, 'ars' | 'id'>,
  isForAll = false,
): Promise<RoundView[]> => {
  const rounds = await listRounds(database, sprint);
  if (rounds.length === 0) return [];
  const tally = (await listTally(database, sprint)).filter(({ sight }) => !isForAll || sight === 'public');
  return rounds.map((round) => {
    const result = resultOf(
      round,
      tally.filter(({ roundId }) => roundId === round.id),
    );
    return {
      id: round.id,
      title: round.kind === 'one' ? t.votes.one : t.votes.dots(formatNumber(language, round.dots)),
      ballots: t.votes.ballots(formatNumber(language, round.ballots)),
      word: result === 'still-open' ? t.votes.open : result === 'too-few' ? t.votes.tooFew : undefined,
      rows:
        typeof result === 'string'
          ? []
          : result.map(({ ideaId, text, votes }) => ({
              key: ideaId,
              cells: [text, formatNumber(language, votes)],
            })),
    };
  });
};

export const otherWays = ({ language, t }: Words, { facts }: Pick<Sprint, 'facts'>, base: string) => ({
  phone: facts.phone || t.about.unknown,
  address: facts.address || t.about.unknown,
  paper: localPath(language, `${base}/papier.pdf`),
});

export const backlogLinks = async ({ language, t }: Words, { database }: SprintSetting, sprint: Sprint) =>
  (await listItems(database, sprint)).map(({ kind, title, note, path }) => ({
    title,
    note: [t.kinds[kind], note].filter(Boolean).join(' · '),
    href: path === '' ? '' : localPath(language, path),
  }));

export const outputViews = async (
  { language, t }: Words,
  setting: SprintSetting,
  sprint: Sprint,
): Promise<SprintView['outputs']> =>
  Promise.all(
    (await listOutputs(setting.database, sprint)).map(async ({ id, kind, title }) => {
      const path = await setting.outcome(sprint.ars, kind, id);
      return {
        id,
        title,
        note: path === undefined ? `${t.outputs[kind]} · ${t.about.outputWaits}` : t.outputs[kind],
        href: path && localPath(language, path),
      };
    }),
  );
