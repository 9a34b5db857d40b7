import { distanceMetres } from '../../../foundation/geo/point.ts';
import type { AuthorityOfRule, Rule } from './responsibility.ts';
import { liesIn, type Missing, type Spot } from './town-part.ts';

type Level = 'municipality' | 'association' | 'district' | 'region' | 'state';
export type Unit = { ars: string; level: Level; name: string };

/** Where somebody is: the municipality and everything above it, lowest first, and the spot inside it. */
export type Place = Spot & { chain: Unit[] };

/** Why this office: for whom the rule speaks, and how one was chosen of several. */
export type Reason = {
  /** Absent: the whole country. */ unit?: Unit;
  /** Name of the part of town, empty where it has none. */ part?: string;
  isContactOnly: boolean;
  /** Of how many counters of one organisation this is the nearest. */ nearestOf?: {
    offices: number;
    metres: number;
  };
  /** Units that left the matter to another one on the way. */ actingFor: Unit[];
};

export type Decision =
  | { kind: 'one'; rule: Rule & { authority: AuthorityOfRule }; reason: Reason }
  | {
      kind: 'ask';
      by: Missing | 'office';
      choices: (Rule & { authority: AuthorityOfRule })[];
      reason: Reason;
    }
  | { kind: 'unknown'; why: 'no-rule' | 'expired' | 'circle' };

const COUNTRY = '';

const isValidOn = ({ validFrom, validTo }: Pick<Rule, 'validFrom' | 'validTo'>, day: string): boolean =>
  (validFrom === undefined || validFrom <= day) && (validTo === undefined || day <= validTo);

/**
 * Who is in charge. The lowest level that has a rule decides; inside it a part of town goes before the rest.
 * @param rules all rules for one service, of the place's units.
 * @param chainOf the levels of a unit to which a rule leaves the matter.
 */
export const decideAuthority = (
  rules: Rule[],
  place: Place,
  day: string,
  chainOf: (ars: string) => Unit[],
  actingFor: Unit[] = [],
): Decision => {
  const steps = [...place.chain.map((unit) => ({ ars: unit.ars, unit })), { ars: COUNTRY, unit: undefined }];
  let isExpired = false;
  for (const { ars, unit } of steps) {
    const here = rules.filter((rule) => rule.areaArs === ars);
    const valid = here.filter((rule) => isValidOn(rule, day));
    if (valid.length === 0) {
      isExpired ||= here.length > 0;
      continue;
    }
    const about = { ...(unit && { unit }), actingFor };
    const ofText = valid.filter((rule) => rule.isOfText);
    const chosen = choose(ofText.length > 0 ? ofText : valid, place, about);
    if (!chosen) continue;
    if (!('acting' in chosen)) return chosen;
    if (!unit || actingFor.some((one) => one.ars === unit.ars)) return { kind: 'unknown', why: 'circle' };
    const acting = { chain: chainOf(chosen.acting) };
    // Streets of the acting town say nothing about somebody who lives in another one.
    const whole = rules.map(({ part: _, ...rule }) => rule);
    return decideAuthority(whole, acting, day, chainOf, [...actingFor, unit]);
  }
  return { kind: 'unknown', why: isExpired ? 'expired' : 'no-rule' };
};

type About = Pick<Reason, 'unit' | 'actingFor'>;
type Chosen = Exclude<Decision, { kind: 'unknown' }> | { acting: string } | undefined;

const choose = (valid: Rule[], place: Place, about: About): Chosen => {
  const responsible = valid.filter(({ role }) => role === 'responsible');
  const rules = responsible.length > 0 ? responsible : valid;
  const isContactOnly = responsible.length === 0;
  const parts = rules.map((rule) => ({ rule, answer: rule.part && liesIn(rule.part, place) }));
  const inside = parts.flatMap(({ rule, answer }) => (answer?.lies === 'in' ? [rule] : []));
  if (inside.length > 0) {
    const part = inside[0]?.part?.name ?? '';
    return among(inside, place, { ...about, part, isContactOnly });
  }
  const open = parts.find(({ answer }) => answer?.lies === 'unknown')?.answer;
  if (open?.lies === 'unknown')
    return { kind: 'ask', by: open.missing, choices: withOffice(rules), reason: { ...about, isContactOnly } };
  return among(
    rules.filter(({ part }) => part === undefined),
    place,
    { ...about, isContactOnly },
  );
};

const withOffice = (rules: Rule[]) =>
  rules.filter((rule): rule is Rule & { authority: AuthorityOfRule } => rule.authority !== undefined);

/** Several rules may name one office: the freshest of them is the reason. */
const among = (rules: Rule[], place: Place, reason: Reason): Chosen => {
  const acting = rules.find(({ actingArs }) => actingArs !== undefined)?.actingArs;
  const newest = withOffice(rules).toSorted((a, b) => b.readAt.getTime() - a.readAt.getTime());
  const offices = newest.filter(
    (rule, at) => newest.findIndex((one) => one.authority.id === rule.authority.id) === at,
  );
  const [first] = offices;
  if (!first) return acting === undefined ? undefined : { acting };
  if (offices.length === 1) return { kind: 'one', rule: first, reason };
  return nearestOf(offices, place, reason) ?? { kind: 'ask', by: 'office', choices: offices, reason };
};

/** Counters of one organisation do the same: the nearest is named, and that the others may be chosen as well. */
const nearestOf = (
  offices: (Rule & { authority: AuthorityOfRule })[],
  { point }: Place,
  reason: Reason,
): Chosen => {
  const organisation = offices[0]?.authority.organisation;
  if (!point || organisation === undefined) return undefined;
  if (offices.some(({ authority }) => authority.organisation !== organisation)) return undefined;
  const located = offices.flatMap((rule) =>
    rule.authority.point ? [{ rule, metres: distanceMetres(point, rule.authority.point) }] : [],
  );
  const [nearest] = located.toSorted((a, b) => a.metres - b.metres);
  if (!nearest) return undefined;
  const { rule, metres } = nearest;
  return { kind: 'one', rule, reason: { ...reason, nearestOf: { offices: offices.length, metres } } };
};
