import { typedBody } from '../../../../foundation/http/typed-body.ts';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { formatDate, formatNumber } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { ofOne } from '../../../../foundation/text/typed-text.ts';
import { berlinDay } from '../../../../foundation/time/zone.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { may } from '../../../accounts/index.ts';
import { displayName, slugOf } from '../../../municipalities/index.ts';
import { agendaAt, agendaDeskPages, type DeskPage } from '../../desk-of-agenda.ts';
import { sumOf } from '../../measures/measure.ts';
import { listMeasures } from '../../measures/measure-store.ts';
import { listMemberNames } from '../../measures/members.ts';
import { euros, fieldText, lifeOfMeasure } from '../../measures/pages/present-measure.ts';
import { openAgenda } from '../../measures/write-measure.ts';
import type { StrategySetting } from '../../setting.ts';
import { AgendaDeskPage, GoalsPage, type GoalsView, strategyMessages } from '../../web/index.ts';
import { type Agenda, fieldKeys, type Goal } from '../agenda.ts';
import { listGoals, listPublicAgendas } from '../agenda-store.ts';
import { type AgendaRefusal, dropGoal, publishAgenda, writeAgenda, writeGoal } from '../write-agenda.ts';

const MOST_CHOICES = 200;

export type AgendaWays = (c: DeskPage) => { label: string; href: string }[];

const answerDesk = async (c: DeskPage, setting: StrategySetting, ways: AgendaWays): Promise<Response> => {
  const { language, acting } = c.var;
  const { ars } = acting.organisation;
  const t = strategyMessages(language);
  const now = setting.clock();
  const today = berlinDay(now);
  const agenda = await openAgenda(setting, ars);
  const measures = await listMeasures(setting.database, ars);
  const names = new Map(
    (await listMemberNames(setting, acting.organisation)).map((one) => [one.id, one.label]),
  );
  const lives = measures.map((measure) => lifeOfMeasure(measure, now));
  const number = (value: number) => formatNumber(language, value);
  const count = (...wanted: string[]) => number(lives.filter((life) => wanted.includes(life)).length);
  const late = measures
    .flatMap(({ facts }) => facts.milestones)
    .filter((one) => !one.doneOn && one.due < today);
  const sums = measures.map(({ facts }) => sumOf(facts));
  const total = (of: 'euros' | 'staffYears') => sums.reduce((sum, one) => sum + one[of], 0);
  const unit = setting.places.get(ars);
  const view = {
    name: acting.organisation.name,
    counts: t.desk.counts(count('alive'), count('fading', 'silent', 'ownerless'), number(late.length)),
    totals: t.desk.totals(
      t.public.period(String(agenda.fromYear), String(agenda.toYear)),
      euros(language, total('euros')),
      number(total('staffYears')),
    ),
    measures: measures.map((measure, at) => ({
      id: measure.id,
      title: measure.facts.title,
      href: agendaAt(c, `/massnahmen/${measure.id}`),
      state: t.states[measure.state],
      life: t.lives[lives[at] ?? 'over'],
      lead: (measure.leadId !== null && names.get(measure.leadId)) || t.desk.nobody,
      cost: sums[at]?.euros ? euros(language, sums[at].euros) : '–',
      lastWord: measure.confirmedAt ? formatDate(language, measure.confirmedAt) : t.desk.never,
    })),
    ways: [
      ...(may(acting, 'edit-agenda') ? [{ label: t.desk.goalsWay, href: agendaAt(c, '/ziele') }] : []),
      ...ways(c),
      {
        label: t.desk.library,
        href: `${localPath(language, '/netzwerk/bibliothek')}?ort=${unit?.ags ?? ars}`,
      },
      ...(agenda.version !== null && unit
        ? [{ label: t.desk.publicPage, href: localPath(language, `/agenda/${slugOf(unit)}`) }]
        : []),
    ],
    create: may(acting, 'edit-agenda') ? agendaAt(c, '/massnahmen') : undefined,
    refusal: undefined,
  };
  return c.var.page({ title: t.title, body: <AgendaDeskPage view={view} t={t} /> });
};

const goalFields = (
  t: ReturnType<typeof strategyMessages>,
  agenda: Agenda,
  goal?: Goal,
  suffix = '',
): FieldView[] => [
  { name: `title${suffix}`, control: 'line', label: t.goals.goal, value: goal?.title ?? '' },
  {
    name: `field${suffix}`,
    control: 'select',
    label: t.goals.field,
    value: fieldKeys(agenda).find(({ field }) => field === goal?.field)?.key ?? '',
    choices: fieldKeys(agenda).map(({ key, field }) => ({ value: key, label: fieldText(t, field) })),
  },
  { name: `text${suffix}`, control: 'area', label: t.goals.text, value: goal?.text ?? '' },
];

/** Vision, period and own fields: what is stored, or what was typed and not taken. */
const agendaFields = (
  { goals: g }: ReturnType<typeof strategyMessages>,
  agenda: Agenda,
  typed: Record<string, string> | undefined,
): FieldView[] => {
  const value = (name: string, stored: string) => typed?.[name] ?? stored;
  return [
    {
      name: 'vision',
      control: 'area',
      label: g.vision,
      hint: g.visionHint,
      value: value('vision', agenda.vision),
    },
    {
      name: 'fromYear',
      control: 'line',
      label: g.fromYear,
      hint: g.yearsHint,
      value: value('fromYear', String(agenda.fromYear)),
      inputMode: 'numeric',
    },
    {
      name: 'toYear',
      control: 'line',
      label: g.toYear,
      value: value('toYear', String(agenda.toYear)),
      inputMode: 'numeric',
    },
    {
      name: 'ownFields',
      control: 'area',
      label: g.ownFields,
      hint: g.ownFieldsHint,
      value: value('ownFields', agenda.ownFields.join('\n')),
    },
  ];
};

/** Whose goals one can begin with. */
const copyFrom = async (c: DeskPage, { database, places }: StrategySetting): Promise<GoalsView['copy']> => {
  const t = strategyMessages(c.var.language);
  const choices = (await listPublicAgendas(database)).slice(0, MOST_CHOICES).flatMap(({ ars }) => {
    const unit = ars === c.var.acting.organisation.ars ? undefined : places.get(ars);
    return unit ? [{ value: ars, label: displayName(unit) }] : [];
  });
  if (choices.length === 0) return undefined;
  return {
    action: agendaAt(c, '/ziele/uebernehmen'),
    field: { name: 'von', control: 'select', label: t.copy.from, value: '', choices },
  };
};

const answerGoals = async (
  c: DeskPage,
  setting: StrategySetting,
  refused?: AgendaRefusal,
  typed?: Record<string, string>,
): Promise<Response> => {
  const { language, acting } = c.var;
  const { ars } = acting.organisation;
  const t = strategyMessages(language);
  const g = t.goals;
  const agenda = await openAgenda(setting, ars);
  const done = c.req.query('erledigt');
  const view: GoalsView = {
    done:
      done === 'uebernommen'
        ? t.copy.done
        : done === 'gespeichert'
          ? g.saved
          : done === 'oeffentlich'
            ? g.published(String(agenda.version))
            : undefined,
    refusal: refused ? g.refused[refused] : done === 'keine' ? t.copy.none : undefined,
    published:
      agenda.version === null || agenda.publishedAt === null
        ? g.never
        : g.since(String(agenda.version), formatDate(language, agenda.publishedAt)),
    action: agendaAt(c, '/ziele'),
    revision: String(agenda.revision),
    fields: agendaFields(t, agenda, typed),
    goals: (await listGoals(setting.database, ars)).map((goal) => ({
      id: goal.id,
      title: goal.title,
      action: agendaAt(c, `/ziele/${goal.id}`),
      drop: agendaAt(c, `/ziele/${goal.id}/loeschen`),
      fields: goalFields(t, agenda, goal, `-${goal.id}`),
    })),
    add: { action: agendaAt(c, '/ziele/neu'), fields: goalFields(t, agenda) },
    publish: agendaAt(c, '/veroeffentlichen'),
    copy: await copyFrom(c, setting),
  };
  return c.var.page(
    {
      title: g.title,
      body: <GoalsPage view={view} t={t} />,
      crumbs: [{ label: t.title, href: agendaAt(c) }],
    },
    refused ? 422 : 200,
  );
};

const led = (
  c: DeskPage,
  setting: StrategySetting,
  done: { refused: AgendaRefusal } | object,
  how = 'gespeichert',
  typed?: Record<string, string>,
): Response | Promise<Response> =>
  'refused' in done
    ? answerGoals(c, setting, done.refused, done.refused === 'changed-meanwhile' ? undefined : typed)
    : c.redirect(`${agendaAt(c, '/ziele')}?erledigt=${how}`, 303);

/** The agenda of a unit at its desk: at a glance, its vision and goals, and their publication. */
export const agendaPages = (setting: StrategySetting, ways: AgendaWays) =>
  agendaDeskPages(setting, [
    ['GET', '', 'see-agenda', (c) => answerDesk(c, setting, ways)],
    ['GET', '/ziele', 'edit-agenda', (c) => answerGoals(c, setting)],
    [
      'POST',
      '/ziele',
      'edit-agenda',
      async (c) => {
        const typed = await typedBody(c);
        return led(c, setting, await writeAgenda(setting, c.var.acting, typed), 'gespeichert', typed);
      },
    ],
    [
      'POST',
      '/ziele/neu',
      'edit-agenda',
      async (c) => led(c, setting, await writeGoal(setting, c.var.acting, await typedBody(c))),
    ],
    [
      'POST',
      `/ziele/:goal{${UUID}}`,
      'edit-agenda',
      async (c) => {
        const id = c.req.param('goal') ?? '';
        return led(c, setting, await writeGoal(setting, c.var.acting, ofOne(await typedBody(c), id), id));
      },
    ],
    [
      'POST',
      `/ziele/:goal{${UUID}}/loeschen`,
      'edit-agenda',
      async (c) => {
        await dropGoal(setting, c.var.acting, c.req.param('goal') ?? '');
        return led(c, setting, {});
      },
    ],
    [
      'POST',
      '/veroeffentlichen',
      'edit-agenda',
      async (c) => led(c, setting, await publishAgenda(setting, c.var.acting), 'oeffentlich'),
    ],
  ]);
