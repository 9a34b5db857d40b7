import { Hono, type Context as HonoContext } from 'hono';
import { typedBody } from '../../../foundation/http/typed-body.ts';
import { formatNumber } from '../../../foundation/i18n/format.ts';
import { localPath } from '../../../foundation/i18n/language.ts';
import { berlinDay } from '../../../foundation/time/zone.ts';
import type { FieldView } from '../../../foundation/ui/Control.tsx';
import { type DeskEnvironment, deskPath, permit } from '../../accounts/index.ts';
import { programmeStateOf } from '../match/programme-state.ts';
import { findPublicProgramme, listPublicProgrammes } from '../programmes/programme-store.ts';
import type { FundedMeasure, FundingSetting, Neighbour } from '../setting.ts';
import { type FundingMessages, fundingMessages, MatchPage } from '../web/index.ts';
import { presentMatches, townOf } from './present-match.ts';

type DeskPage = HonoContext<DeskEnvironment>;

const AT = '/rathaus/:organisation/agenda/foerderung';
const at = (c: DeskPage, path: string): string => localPath(c.var.language, deskPath(c.var.acting, path));

const BUDGETS: Record<string, boolean | null> = { unbekannt: null, ordentlich: false, schwach: true };

type Asked = { measure: FundedMeasure | undefined; budget: string; isJoint: boolean };

const askedOf = (measures: readonly FundedMeasure[], asked: Record<string, string | undefined>): Asked => ({
  measure: measures.find(({ id }) => id === asked.massnahme),
  budget: Object.hasOwn(BUDGETS, asked.haushalt ?? '') ? (asked.haushalt ?? '') : 'unbekannt',
  isJoint: asked.gemeinsam === 'ja',
});

const fieldsOf = (t: FundingMessages, measures: readonly FundedMeasure[], asked: Asked): FieldView[] => [
  {
    name: 'massnahme',
    control: 'select',
    label: t.desk.measure,
    value: asked.measure?.id ?? '',
    choices: measures.map(({ id, title }) => ({ value: id, label: title })),
  },
  {
    name: 'haushalt',
    control: 'select',
    label: t.desk.budget,
    value: asked.budget,
    choices: Object.entries(t.desk.budgets).map(([value, label]) => ({ value, label })),
  },
  { name: 'gemeinsam', control: 'tick', label: t.desk.joint, value: asked.isJoint ? 'ja' : '' },
];

const neighbourLine = (
  c: DeskPage,
  t: FundingMessages,
  { key, town, title, path, km, isInvited }: Neighbour,
) => ({
  key,
  title,
  href: isInvited ? at(c, path) : localPath(c.var.language, path),
  note: [
    t.desk.neighbour(town, formatNumber(c.var.language, km)),
    ...(isInvited ? [t.desk.invited] : []),
  ].join(' · '),
});

type Told = { done?: string; refusal?: string };

const answer = async (
  c: DeskPage,
  setting: FundingSetting,
  values: Record<string, string | undefined>,
  told: Told = {},
): Promise<Response> => {
  const { language, acting } = c.var;
  const { ars } = acting.organisation;
  const t = fundingMessages(language);
  const now = setting.clock();
  const measures = await setting.listMeasures(ars);
  const asked = askedOf(measures, values);
  const { measure } = asked;
  const town = townOf(setting.places, ars, BUDGETS[asked.budget] ?? null);
  const view = {
    title: measure ? t.desk.of(measure.title) : t.desk.title,
    ...told,
    action: at(c, '/agenda/foerderung'),
    fields: fieldsOf(t, measures, asked),
    hasMeasures: measures.length > 0,
    keep: at(c, '/foerderprogramme'),
    toMeasure: measure && at(c, `/agenda/massnahmen/${measure.id}`),
    hidden: [
      ['massnahme', measure?.id ?? ''],
      ['haushalt', asked.budget],
      ['gemeinsam', asked.isJoint ? 'ja' : ''],
    ] as [string, string][],
    groups: measure
      ? presentMatches(await listPublicProgrammes(setting.database), {
          language,
          now,
          town,
          measure: { ...measure, isJoint: asked.isJoint },
          today: berlinDay(now),
        })
      : [],
    neighbours: measure
      ? (await setting.listNeighbours(ars, measure.fields)).map((one) => neighbourLine(c, t, one))
      : undefined,
  };
  return c.var.page(
    {
      title: view.title,
      body: <MatchPage view={view} t={t} />,
    },
    told.refusal === undefined ? 200 : 422,
  );
};

/** Writes a programme that is not closed into a measure, its last day as a milestone if it lies ahead. */
const take = async (c: DeskPage, setting: FundingSetting): Promise<Response> => {
  const typed = await typedBody(c);
  const t = fundingMessages(c.var.language);
  const programme = await findPublicProgramme(setting.database, typed.programm ?? '');
  if (!programme) return c.notFound();
  const { facts } = programme;
  const today = berlinDay(setting.clock());
  const state = programmeStateOf(facts, today);
  if (state === 'closed') return answer(c, setting, typed, { refusal: t.desk.closed });
  const { closes } = facts.deadline;
  const due = closes !== null && closes >= today ? closes : null;
  const isDone = await setting.chooseFunding(c.var.acting, {
    measure: typed.massnahme ?? '',
    text: t.desk.textOf(facts.title, facts.giver),
    milestone: due === null ? null : { title: t.desk.milestone(facts.title).slice(0, 200), due },
  });
  if (!isDone) return c.notFound();
  const kept = new URLSearchParams({
    massnahme: typed.massnahme ?? '',
    haushalt: typed.haushalt ?? '',
    gemeinsam: typed.gemeinsam ?? '',
    erledigt: due === null ? 'ohne-frist' : 'ja',
  });
  return c.redirect(`${at(c, '/agenda/foerderung')}?${kept}`, 303);
};

const doneText = (t: FundingMessages, done: string | undefined): Told => {
  if (done === 'ja') return { done: t.desk.taken };
  return done === 'ohne-frist' ? { done: t.desk.takenWithoutDay } : {};
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** At the desk of the agenda: which programme pays for which measure, and why not. */
export const matchPages = (setting: FundingSetting) => {
  const pages = new Hono<DeskEnvironment>();
  const isUnit = (c: DeskPage) => c.var.acting.organisation.ars === c.var.acting.organisation.id;
  pages.get(AT, permit('edit-agenda'), (c) => {
    const t = fundingMessages(c.var.language);
    return isUnit(c) ? answer(c, setting, c.req.query(), doneText(t, c.req.query('erledigt'))) : c.notFound();
  });
  pages.post(AT, permit('edit-agenda'), async (c) => {
    const { programm = '', massnahme = '' } = await typedBody(c);
    return isUnit(c) && UUID.test(programm) && UUID.test(massnahme) ? take(c, setting) : c.notFound();
  });
  return pages;
};
