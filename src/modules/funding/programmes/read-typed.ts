import * as v from 'valibot';
import type { Typed } from '../../../foundation/http/typed-body.ts';
import { oneLine } from '../../../foundation/text/plain-text.ts';
import { isDay } from '../../../foundation/time/zone.ts';
import {
  applicantKinds,
  fundingFields,
  levels,
  type ProgrammeFacts,
  ProgrammeFactsSchema,
} from '../contract.ts';

export type ProgrammeFault = 'wrong' | 'not-yours' | 'before-start';
export type ProgrammeFaults = Record<string, ProgrammeFault>;

const COUNTRY = /^DE$/i;

/** "500.000" or "500000"; null where nothing was typed, NaN where it is no number. */
const numberIn = (typed: string | undefined): number | null => {
  const text = (typed ?? '').replaceAll(/[\s€%]/g, '');
  if (text === '') return null;
  return /^(\d{1,11}|\d{1,3}(\.\d{3}){1,3})(,\d{1,2})?$/.test(text)
    ? Number(text.replaceAll('.', '').replace(',', '.'))
    : Number.NaN;
};

/** The field of the form that a fault belongs to. */
const FIELD_OF: Record<string, string> = {
  title: 'titel',
  giver: 'geber',
  area: 'gebiet',
  areaText: 'gebietName',
  applicants: 'werWorte',
  'inhabitants.from': 'ab',
  'inhabitants.to': 'bis',
  fields: 'felderWorte',
  'money.rate': 'satz',
  'money.weakRate': 'schwach',
  'money.cap': 'deckel',
  'money.leastCost': 'mindestens',
  'money.text': 'geldWorte',
  'deadline.opens': 'beginn',
  'deadline.closes': 'frist',
  'deadline.text': 'fristWorte',
  notWith: 'nichtMit',
  sourceOn: 'stand',
  sourceUrl: 'quelle',
};

const fieldOf = (path: readonly string[]): string =>
  FIELD_OF[path.slice(0, 2).join('.')] ?? FIELD_OF[path[0] ?? ''] ?? 'titel';

const textOf = (typed: Typed, name: string): string => oneLine(typed[name], 2001) ?? '';
const orNull = <One>(text: string, value: One): One | null => (text === '' ? null : value);

const listed = <One extends string>(typed: Typed, prefix: string, among: readonly One[], rest: string) => {
  const found = among.filter((one) => typed[`${prefix}-${one}`] === 'ja');
  return { found, isKnown: found.length > 0 || rest !== '' };
};

const rawFacts = (typed: Typed): unknown => {
  const text = (name: string) => textOf(typed, name);
  const who = listed(typed, 'wer', applicantKinds, text('werWorte'));
  const about = listed(typed, 'felder', fundingFields, text('felderWorte'));
  const area = text('gebiet');
  const keys = COUNTRY.test(area) ? [''] : area.split(/[\s,;]+/).filter(Boolean);
  const bans = (typed.nichtMit ?? '').split('\n').flatMap((line) => oneLine(line, 200) ?? []);
  return {
    title: text('titel'),
    giver: text('geber'),
    level: levels.find((one) => one === typed.ebene) ?? null,
    area: orNull(area, keys),
    areaText: text('gebietName') || (COUNTRY.test(area) ? '' : area),
    applicants: who.isKnown ? { kinds: who.found, rest: text('werWorte') } : null,
    inhabitants:
      {
        egal: { from: null, to: null },
        grenzen: { from: numberIn(typed.ab), to: numberIn(typed.bis) },
      }[typed.groesse ?? ''] ?? null,
    fields: about.isKnown ? { ids: about.found, rest: text('felderWorte') } : null,
    money: {
      rate: numberIn(typed.satz),
      isUpTo: typed.hoechstens === 'ja',
      weakRate: numberIn(typed.schwach),
      cap: numberIn(typed.deckel),
      leastCost: numberIn(typed.mindestens),
      text: text('geldWorte'),
    },
    deadline: {
      opens: orNull(text('beginn'), text('beginn')),
      closes: orNull(text('frist'), text('frist')),
      isRolling: typed.laufend === 'ja',
      isSaidClosed: typed.geschlossen === 'ja',
      text: text('fristWorte'),
    },
    notWith: { alle: [], nicht: bans }[typed.zusammen ?? ''] ?? null,
    sourceOn: orNull(text('stand'), text('stand')),
    sourceUrl: text('quelle'),
  };
};

/** A programme as it was typed, or every field that is wrong. */
export const readTyped = (typed: Typed): { facts: ProgrammeFacts } | { faults: ProgrammeFaults } => {
  const read = v.safeParse(ProgrammeFactsSchema, rawFacts(typed));
  if (!read.success)
    return {
      faults: Object.fromEntries(
        read.issues.map(({ path }) => [
          fieldOf((path ?? []).map(({ key }) => String(key))),
          'wrong' as const,
        ]),
      ),
    };
  const { opens, closes } = read.output.deadline;
  const faults: ProgrammeFaults = {};
  if (opens !== null && !isDay(opens)) faults.beginn = 'wrong';
  if (closes !== null && !isDay(closes)) faults.frist = 'wrong';
  else if (opens !== null && closes !== null && closes < opens) faults.frist = 'before-start';
  return Object.keys(faults).length > 0 ? { faults } : { facts: read.output };
};

const shown = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','));
const ticks = (prefix: string, ticked: readonly string[] = []): Typed =>
  Object.fromEntries(ticked.map((one) => [`${prefix}-${one}`, 'ja']));
const tick = (isTicked: boolean): string => (isTicked ? 'ja' : '');

const sizeOf = ({ inhabitants }: ProgrammeFacts): string => {
  if (inhabitants === null) return '';
  return inhabitants.from === null && inhabitants.to === null ? 'egal' : 'grenzen';
};

/** Stored facts as they stand in the form. */
export const typedOf = (facts: ProgrammeFacts): Typed => ({
  titel: facts.title,
  geber: facts.giver,
  ebene: facts.level ?? '',
  gebiet: facts.area?.includes('') ? 'DE' : (facts.area ?? []).join(', '),
  gebietName: facts.areaText,
  ...ticks('wer', facts.applicants?.kinds),
  werWorte: facts.applicants?.rest ?? '',
  groesse: sizeOf(facts),
  ab: shown(facts.inhabitants?.from ?? null),
  bis: shown(facts.inhabitants?.to ?? null),
  ...ticks('felder', facts.fields?.ids),
  felderWorte: facts.fields?.rest ?? '',
  satz: shown(facts.money.rate),
  hoechstens: tick(facts.money.isUpTo),
  schwach: shown(facts.money.weakRate),
  deckel: shown(facts.money.cap),
  mindestens: shown(facts.money.leastCost),
  geldWorte: facts.money.text,
  beginn: facts.deadline.opens ?? '',
  frist: facts.deadline.closes ?? '',
  laufend: tick(facts.deadline.isRolling),
  geschlossen: tick(facts.deadline.isSaidClosed),
  fristWorte: facts.deadline.text,
  zusammen: facts.notWith === null ? '' : facts.notWith.length === 0 ? 'alle' : 'nicht',
  nichtMit: (facts.notWith ?? []).join('\n'),
  stand: facts.sourceOn ?? '',
  quelle: facts.sourceUrl,
});
