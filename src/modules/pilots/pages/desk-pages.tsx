import { Hono, type Context as HonoContext } from 'hono';
import { typedBody } from '../../../foundation/http/typed-body.ts';
import { UUID } from '../../../foundation/http/uuid-in-path.ts';
import { formatNumber } from '../../../foundation/i18n/format.ts';
import { localPath } from '../../../foundation/i18n/language.ts';
import { signedPercent } from '../../../foundation/i18n/signed-percent.ts';
import { berlinDay } from '../../../foundation/time/zone.ts';
import { type DeskEnvironment, deskPath, may, permit } from '../../accounts/index.ts';
import { powerTable } from '../effect/power-table.ts';
import type { PreparedDays } from '../effect/study-days.ts';
import { findBaseline, findPilot, listPilots, listRunEvents } from '../pilot-store.ts';
import { lacksOf } from '../plan/lacks.ts';
import type { Pilot } from '../plan/pilot-plan.ts';
import type { PlanFault, PlanField } from '../plan/read-plan.ts';
import { listSeries, prepareDraft } from '../series/pilot-series.ts';
import type { TableFault } from '../series/read-table.ts';
import type { PilotSetting } from '../setting.ts';
import {
  DeskPilotPage,
  DeskPilotsPage,
  type DeskPilotView,
  type PilotMessages,
  pilotMessages,
} from '../web/index.ts';
import {
  beginPilot,
  bringSeries,
  dropPilot,
  evaluatePilot,
  freezePilot,
  noteEvent,
  type PilotRefusal,
  publishPilot,
  writePlan,
} from '../write-pilot.ts';
import { planFields, recommendationFields, seriesFields } from './plan-fields.ts';
import { dayText, percentText, planFacts, presentEffect, type Words } from './present-pilot.ts';
import { pilotPath } from './public-pages.tsx';

type DeskPage = HonoContext<DeskEnvironment>;
type Typed = Record<string, string>;
type Shown = {
  typed?: Typed;
  faults?: Partial<Record<PlanField, PlanFault>>;
  tableFaults?: TableFault[];
  refused?: PilotRefusal;
};

const at = (c: DeskPage, path = ''): string =>
  localPath(c.var.language, deskPath(c.var.acting, `/pilotprojekte${path}`));

const keyOf = (c: DeskPage) => ({ ars: c.var.acting.organisation.ars, id: c.req.param('pilot') ?? '' });

const answerList = async (
  c: DeskPage,
  { database }: PilotSetting,
  refused?: PilotRefusal,
): Promise<Response> => {
  const { language, acting } = c.var;
  const t = pilotMessages(language);
  const rows = (await listPilots(database, acting.organisation.ars)).map(({ id, plan, state, result }) => ({
    key: id,
    cells: [
      <a key="title" class="kern-link" href={at(c, `/${id}`)}>
        {plan.title}
      </a>,
      t.states[state],
      t.plan.range(dayText(language, plan.start), dayText(language, plan.end)),
      result ? t.verdicts[result.verdict] : '–',
    ],
  }));
  const create = may(acting, 'edit-pilots') ? at(c) : undefined;
  const body = <DeskPilotsPage rows={rows} create={create} refusal={refused && t.refused[refused]} t={t} />;
  return c.var.page({ title: t.title, body }, refused ? 422 : 200);
};

const STEPS = ['draft', 'power', 'freeze', 'run', 'evaluate', 'publish'] as const;

/** Which of the six steps a pilot stands at. */
const stepOf = ({ state, plan }: Pilot, today: string, lacks: number): number => {
  if (state === 'draft') return lacks > 0 ? 0 : 2;
  if (state === 'frozen') return today > plan.end ? 4 : 3;
  return state === 'evaluated' ? 5 : STEPS.length;
};

const powerOf = (words: Words, pilot: Pilot, days: PreparedDays): DeskPilotView['power'] => {
  const { language, t } = words;
  const rows = days.days.length > 20 ? powerTable(pilot.plan, days.days) : [];
  const measured = t.power.measured(formatNumber(language, days.days.length));
  const wanted = Math.round((Date.parse(pilot.plan.end) - Date.parse(pilot.plan.start)) / (7 * 86_400_000));
  const own = rows.findLast(({ weeks }) => weeks <= Math.max(2, wanted));
  if (!own) return { sentences: [measured, t.power.none], rows: [] };
  const smallest = percentText(language, pilot.plan);
  const isEnough = Math.abs(own.change) <= pilot.plan.smallest / 100;
  return {
    sentences: [
      t.power.sentence(formatNumber(language, own.weeks), signedPercent(language, own.change)),
      isEnough ? t.power.enough(smallest) : t.power.tooFew(smallest),
      t.power.hint,
      measured,
    ],
    rows: rows.map(({ weeks, change }) => ({
      key: String(weeks),
      cells: [formatNumber(language, weeks), signedPercent(language, change, 1)],
    })),
  };
};

const refusalOf = (t: PilotMessages, { refused, tableFaults }: Shown): DeskPilotView['refusal'] => {
  if (refused) return { title: t.refused[refused], lines: [] };
  if (!tableFaults) return undefined;
  return {
    title: t.correct,
    lines: tableFaults.map(({ line, why }) => t.series.fault(String(line), t.series.why[why])),
  };
};

const answerPilot = async (c: DeskPage, setting: PilotSetting, shown: Shown = {}): Promise<Response> => {
  const pilot = await findPilot(setting.database, keyOf(c));
  if (!pilot) return c.notFound();
  const { language, acting } = c.var;
  const t = pilotMessages(language);
  const words = { language, t };
  const today = berlinDay(setting.clock());
  const isEditor = may(acting, 'edit-pilots');
  const isDraft = pilot.state === 'draft';
  const own = at(c, `/${pilot.id}`);
  const measures = await setting.measures(pilot.ars);
  const baseline = await findBaseline(setting.database, pilot);
  const days = isDraft ? await prepareDraft(setting, pilot, today) : undefined;
  const lacks = days ? lacksOf(pilot.plan, days, today) : [];
  const here = stepOf(pilot, today, lacks.length);
  const isRun = ['frozen', 'evaluated'].includes(pilot.state);
  const view: DeskPilotView = {
    title: pilot.plan.title,
    state: t.states[pilot.state],
    done: t.done[c.req.query('erledigt') ?? ''],
    refusal: refusalOf(t, shown),
    steps: STEPS.map((step, index) => ({
      label: t.steps[step],
      isDone: index < here,
      isHere: index === here,
    })),
    draft:
      isDraft && isEditor
        ? {
            action: own,
            revision: String(pilot.revision),
            fields: planFields(words, pilot.plan, measures, shown),
            series: seriesFields(words, pilot.plan, await listSeries(setting, pilot), shown.typed),
            lacks: lacks.map((lack) => t.lacks[lack]),
            freeze: `${own}/festlegen`,
            drop: `${own}/loeschen`,
          }
        : undefined,
    bring: isEditor && pilot.state !== 'published' ? { action: `${own}/reihen` } : undefined,
    power: days && powerOf(words, pilot, days),
    facts: isDraft && isEditor ? [] : planFacts(words, pilot, baseline, measures),
    publicPage: isDraft ? undefined : localPath(language, pilotPath(setting, pilot)),
    events: (await listRunEvents(setting.database, pilot)).map(
      ({ day, text }) => `${dayText(language, day)}: ${text}`,
    ),
    note: isEditor && isRun ? { action: `${own}/ereignisse`, today } : undefined,
    evaluate:
      isEditor && isRun
        ? today > pilot.plan.end
          ? { action: `${own}/auswerten` }
          : { wait: t.evaluate.wait(dayText(language, pilot.plan.end)) }
        : undefined,
    effect: presentEffect(words, pilot, baseline),
    publish:
      isEditor && pilot.state === 'evaluated'
        ? { action: `${own}/veroeffentlichen`, fields: recommendationFields(words, shown.typed) }
        : undefined,
  };
  return c.var.page(
    {
      title: view.title,
      body: <DeskPilotPage view={view} t={t} />,
      crumbs: [{ label: t.title, href: at(c) }],
    },
    shown.refused || shown.faults || shown.tableFaults ? 422 : 200,
  );
};

type Outcome =
  | { done: true }
  | { refused: PilotRefusal }
  | { lacks: unknown }
  | { faults: Partial<Record<PlanField, PlanFault>> | TableFault[] };

/** Done: on to where it is seen. Not done: the page again with the reason. */
const led = (c: DeskPage, setting: PilotSetting, outcome: Outcome, how: string, typed?: Typed) => {
  if ('done' in outcome) return c.redirect(`${at(c, `/${keyOf(c).id}`)}?erledigt=${how}`, 303);
  if ('refused' in outcome)
    return outcome.refused === 'gone'
      ? c.notFound()
      : answerPilot(c, setting, {
          refused: outcome.refused,
          ...(typed && outcome.refused !== 'changed-meanwhile' && { typed }),
        });
  if ('lacks' in outcome) return answerPilot(c, setting, { refused: 'not-now' });
  return Array.isArray(outcome.faults)
    ? answerPilot(c, setting, { tableFaults: outcome.faults })
    : answerPilot(c, setting, { faults: outcome.faults, ...(typed && { typed }) });
};

const ROOT = '/rathaus/:organisation/pilotprojekte';
const ONE = `${ROOT}/:pilot{${UUID}}`;

/** Units of the register have pilots: a club or a firm does not. */
const ofUnits = ({ var: { acting } }: DeskPage): boolean =>
  acting.organisation.ars === acting.organisation.id;

type Work = (c: DeskPage, id: string, typed: Typed) => Promise<Outcome>;

/** Pilots of a unit at its desk, step by step. */
export const pilotDeskPages = (setting: PilotSetting): Hono<DeskEnvironment> => {
  const pages = new Hono<DeskEnvironment>();
  pages.get(ROOT, permit('see-pilots'), (c) => (ofUnits(c) ? answerList(c, setting) : c.notFound()));
  pages.get(ONE, permit('see-pilots'), (c) => (ofUnits(c) ? answerPilot(c, setting) : c.notFound()));
  pages.post(ROOT, permit('edit-pilots'), async (c) => {
    if (!ofUnits(c)) return c.notFound();
    const begun = await beginPilot(setting, c.var.acting, await typedBody(c));
    return 'refused' in begun
      ? answerList(c, setting, begun.refused)
      : c.redirect(at(c, `/${begun.id}`), 303);
  });
  const step = (path: string, how: string, work: Work): void => {
    pages.post(`${ONE}${path}`, permit('edit-pilots'), async (c) => {
      if (!ofUnits(c)) return c.notFound();
      const typed = await typedBody(c);
      return led(c, setting, await work(c, keyOf(c).id, typed), how, typed);
    });
  };
  step('', 'gespeichert', (c, id, typed) => writePlan(setting, c.var.acting, id, typed));
  step('/reihen', 'reihe', (c, id, typed) => bringSeries(setting, c.var.acting, id, typed));
  step('/festlegen', 'fest', (c, id) => freezePilot(setting, c.var.acting, id));
  step('/ereignisse', 'ereignis', (c, id, typed) => noteEvent(setting, c.var.acting, id, typed));
  step('/auswerten', 'ausgewertet', (c, id) => evaluatePilot(setting, c.var.acting, id));
  step('/veroeffentlichen', 'veroeffentlicht', (c, id, typed) =>
    publishPilot({ ...setting, pathOf: (pilot) => pilotPath(setting, pilot) }, c.var.acting, id, typed),
  );
  pages.post(`${ONE}/loeschen`, permit('edit-pilots'), async (c) => {
    const dropped = ofUnits(c) && (await findPilot(setting.database, keyOf(c)));
    if (!dropped) return c.notFound();
    const outcome = await dropPilot(setting, c.var.acting, dropped.id);
    return 'refused' in outcome ? answerPilot(c, setting, outcome) : c.redirect(at(c), 303);
  });
  return pages;
};
