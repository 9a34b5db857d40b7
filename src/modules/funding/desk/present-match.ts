import { formatNumber } from '../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../foundation/i18n/language.ts';
import type { PlaceIndex } from '../../municipalities/index.ts';
import { type ApplicantKind, verdicts } from '../contract.ts';
import type { Case, TownFacts } from '../match/case.ts';
import { matchProgramme } from '../match/match-programme.ts';
import { ownShare } from '../match/own-share.ts';
import { programmeStateOf } from '../match/programme-state.ts';
import { euros, FUNDING_AT, programmeView } from '../programmes/pages/present-programme.ts';
import type { PublicProgramme } from '../programmes/programme-store.ts';
import { fundingMessages, type MatchView } from '../web/index.ts';

/** What the register knows of a unit that applies. */
export const townOf = (places: PlaceIndex, ars: string, isWeak: boolean | null): TownFacts => {
  const unit = places.get(ars);
  const chain = places.chain(ars);
  const isUrban = [unit, ...chain].some((one) => one?.kind.startsWith('urbanDistrict'));
  const kinds: Record<string, ApplicantKind> = {
    municipality: isUrban ? 'urbanDistrict' : 'municipality',
    association: 'association',
    district: isUrban ? 'urbanDistrict' : 'district',
  };
  return {
    ars,
    kind: kinds[unit?.level ?? ''] ?? 'association',
    population: unit?.population ?? null,
    isWeak,
  };
};

type Shown = Omit<Case, 'programme'> & { language: Language; now: Date };
type Share = MatchView['groups'][number]['programmes'][number]['share'];

const shareOf = ({ facts }: PublicProgramme, { language, town, measure }: Shown): Share => {
  const t = fundingMessages(language);
  const share = ownShare(facts.money, measure.years, town.isWeak);
  if (!share) return { lines: [t.desk.noShare], rows: [] };
  const money = (amount: number) => euros(language, amount);
  const words = share.isAtLeast ? t.desk.shareAtLeast : t.desk.share;
  const { weakRate } = facts.money;
  return {
    lines: [
      words(money(share.grant), money(share.ownShare)),
      ...(share.isCapped ? [t.desk.capped] : []),
      ...(weakRate !== null && town.isWeak === null
        ? [t.desk.weakHint(formatNumber(language, weakRate))]
        : []),
      t.desk.onceOnly,
    ],
    rows: share.years.map(({ year, cost, grant, own }) => ({
      key: String(year),
      cells: [String(year), money(cost), money(grant), money(own)],
    })),
  };
};

/** Every programme with its verdict: what fits first, then what nobody can tell. */
export const presentMatches = (programmes: readonly PublicProgramme[], shown: Shown): MatchView['groups'] => {
  const { language, now } = shown;
  const t = fundingMessages(language);
  const matches = programmes.map((programme) => ({
    programme,
    match: matchProgramme(programme.facts, shown),
  }));
  return verdicts
    .toSorted((a, b) => ['yes', 'cannot-tell', 'no'].indexOf(a) - ['yes', 'cannot-tell', 'no'].indexOf(b))
    .map((verdict) => ({
      key: verdict,
      heading: t.desk.group[verdict],
      programmes: matches
        .filter(({ match }) => match.verdict === verdict)
        .map(({ programme, match }) => {
          const { key, title, state, invented, source } = programmeView(language, programme, now);
          return {
            key,
            title,
            state,
            invented,
            source,
            href: localPath(language, `${FUNDING_AT}/${key}`),
            reasons: match.conditions.map(({ condition, verdict: one, reason }) => ({
              key: condition,
              label: t.conditions[condition],
              verdict: t.verdicts[one],
              text: reason[language],
            })),
            share: verdict === 'no' ? undefined : shareOf(programme, shown),
            mayTake: programmeStateOf(programme.facts, shown.today) !== 'closed',
          };
        }),
    }))
    .filter((group) => group.programmes.length > 0);
};
