import { formatDate, formatNumber } from '../../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../../foundation/i18n/language.ts';
import { berlinDay, fromBerlin } from '../../../../foundation/time/zone.ts';
import type { ProgrammeFacts } from '../../contract.ts';
import { programmeStateOf } from '../../match/programme-state.ts';
import { type FundingMessages, fundingMessages, type ProgrammeView } from '../../web/index.ts';
import type { PublicProgramme } from '../programme-store.ts';

export const FUNDING_AT = '/foerderung';

type Words = { language: Language; t: FundingMessages };

export const euros = (language: Language, amount: number): string => `${formatNumber(language, amount)} €`;
const dayText = (language: Language, day: string): string => formatDate(language, fromBerlin(day));
const some = (text: string | null | undefined | false): string[] => (text ? [text] : []);
const inWords = ({ t }: Words, text: string): string[] => (text === '' ? [] : [t.words(text)]);

const moneyTexts = (words: Words, { money }: ProgrammeFacts): string[] => {
  const { language, t } = words;
  const number = (value: number) => formatNumber(language, value);
  return [
    ...(money.rate === null ? [] : [(money.isUpTo ? t.upTo : t.rate)(number(money.rate))]),
    ...(money.weakRate === null ? [] : [t.weakRate(number(money.weakRate))]),
    ...(money.cap === null ? [] : [t.cap(euros(language, money.cap))]),
    ...(money.leastCost === null ? [] : [t.least(euros(language, money.leastCost))]),
    ...inWords(words, money.text),
  ];
};

const deadlineTexts = (words: Words, { deadline }: ProgrammeFacts): string[] => {
  const { language, t } = words;
  return [
    ...(deadline.opens === null ? [] : [t.opens(dayText(language, deadline.opens))]),
    ...(deadline.closes === null ? [] : [t.closes(dayText(language, deadline.closes))]),
    ...some(deadline.isRolling && t.rolling),
    ...some(deadline.isSaidClosed && t.saidClosed),
    ...inWords(words, deadline.text),
  ];
};

const sizeTexts = ({ language, t }: Words, { inhabitants }: ProgrammeFacts): string[] => {
  if (inhabitants === null) return [];
  const { from, to } = inhabitants;
  const number = (value: number) => formatNumber(language, value);
  const limits = [
    ...(from === null ? [] : [t.from(number(from))]),
    ...(to === null ? [] : [t.to(number(to))]),
  ];
  return limits.length > 0 ? limits : [t.anySize];
};

const areaTexts = (words: Words, { area, areaText }: ProgrammeFacts): string[] => {
  if (area?.includes('')) return [words.t.country];
  return area === null ? inWords(words, areaText) : [areaText];
};

/** Every condition in words; what the source does not say is said to be unsaid. */
const factsOf = (words: Words, facts: ProgrammeFacts): ProgrammeView['facts'] => {
  const { t } = words;
  const { applicants, fields, notWith } = facts;
  const line = (label: string, texts: string[]) => ({ label, texts: texts.length > 0 ? texts : [t.notSaid] });
  return [
    line(t.facts.giver, [facts.giver]),
    line(t.facts.level, some(facts.level && t.levels[facts.level])),
    line(t.facts.area, areaTexts(words, facts)),
    line(t.facts.applicants, [
      ...some(applicants?.kinds.map((kind) => t.applicants[kind]).join(', ')),
      ...inWords(words, applicants?.rest ?? ''),
    ]),
    line(t.facts.size, sizeTexts(words, facts)),
    line(t.facts.fields, [
      ...some(fields?.ids.map((id) => t.fields[id] ?? id).join(', ')),
      ...inWords(words, fields?.rest ?? ''),
    ]),
    line(t.facts.money, moneyTexts(words, facts)),
    line(t.facts.deadline, deadlineTexts(words, facts)),
    line(t.facts.combination, notWith === null ? [] : [notWith.join(', ') || t.withAll]),
  ];
};

export const programmeView = (
  language: Language,
  { id, facts, organisation, demonstration, changed_at }: PublicProgramme,
  now: Date,
): ProgrammeView => {
  const t = fundingMessages(language);
  return {
    key: id,
    title: facts.title,
    href: localPath(language, `${FUNDING_AT}/${id}`),
    state: t.states[programmeStateOf(facts, berlinDay(now))],
    invented: demonstration ? t.invented : undefined,
    facts: factsOf({ language, t }, facts),
    source: {
      href: facts.sourceUrl,
      day: facts.sourceOn === null ? t.noSourceDay : t.sourceOn(facts.sourceOn),
      keptBy: t.keptBy(organisation, formatDate(language, changed_at)),
    },
  };
};
