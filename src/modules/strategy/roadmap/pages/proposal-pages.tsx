import { typedBody } from '../../../../foundation/http/typed-body.ts';
import { formatNumber } from '../../../../foundation/i18n/format.ts';
import { agendaAt, type DeskPage } from '../../desk-of-agenda.ts';
import type { StrategySetting } from '../../setting.ts';
import { ConfirmMovesPage, ProposalPage, type ProposalView, strategyMessages } from '../../web/index.ts';
import { proposeApart } from '../apart/propose-apart.ts';
import { type FullRoadmap, loadRoadmap } from '../load-roadmap.ts';
import { type Problem, problemOf } from '../order/problem.ts';
import type { Proposal } from '../order/propose-order.ts';
import type { PlannedMeasure } from '../plan.ts';
import { type Move, moveMeasures } from '../write-roadmap.ts';
import { loadOf } from '../yearly-load.ts';
import { loadLines, yearsText } from './present-roadmap.ts';

type Refuse = (c: DeskPage, why: 'busy' | 'changed') => Promise<Response>;

const at = (c: DeskPage, path = ''): string => agendaAt(c, `/fahrplan${path}`);

const crumbs = (c: DeskPage) => {
  const t = strategyMessages(c.var.language);
  return [
    { label: t.title, href: agendaAt(c) },
    { label: t.roadmap.title, href: at(c) },
  ];
};

/** What a form carries on: the new first year of a measure, and the revision that was looked at. */
const hiddenOf = (moves: readonly Move[]): [string, string][] =>
  moves.map(({ id, revision, to }) => [`jahr-${id}`, `${to}.${revision}`]);

const movesIn = (typed: Record<string, string>): Move[] =>
  Object.entries(typed).flatMap(([name, value]) => {
    const id = /^jahr-([0-9a-f-]{36})$/.exec(name)?.[1];
    const [, to, revision] = /^(20\d{2})\.(\d{1,9})$/.exec(value) ?? [];
    return id && to && revision ? [{ id, to: Number(to), revision: Number(revision) }] : [];
  });

const percent = (c: DeskPage, share: number): string =>
  formatNumber(c.var.language, Math.round(Math.max(0, share) * 1000) / 10);

const findingsOf = (c: DeskPage, { worth, bound, free, how }: Proposal): string[] => {
  const t = strategyMessages(c.var.language).roadmap;
  const points = (value: number) => formatNumber(c.var.language, Math.round(value * 10) / 10);
  return [
    t.rule,
    how === 'exact' ? t.exact : t.heuristic(percent(c, worth === 0 ? 0 : bound / worth - 1)),
    t.price(points(worth), points(free), percent(c, free === 0 ? 0 : 1 - worth / free)),
  ];
};

type Found = { roadmap: FullRoadmap; problem: Problem; proposal: Proposal };

const proposalView = (c: DeskPage, { roadmap, problem, proposal }: Found): ProposalView => {
  const { language } = c.var;
  const t = strategyMessages(language);
  const { planned, measures, years, limits } = roadmap;
  const starts = new Map(
    problem.jobs.map(({ id }, job) => {
      const start = proposal.order[job] ?? null;
      return [id, start === null ? null : (years[0] ?? 0) + start];
    }),
  );
  const moved = planned.flatMap((one): (PlannedMeasure & { to: number })[] => {
    const to = starts.get(one.id) ?? null;
    return to === null || to === one.first ? [] : [{ ...one, to }];
  });
  const proposed = planned.map((one) =>
    starts.has(one.id) ? { ...one, first: starts.get(one.id) ?? null } : one,
  );
  return {
    lines: planned
      .filter(({ id }) => starts.has(id))
      .map((one) => {
        const to = starts.get(one.id) ?? null;
        return {
          key: one.id,
          title: one.title,
          now: one.first === null ? t.roadmap.undated : yearsText(one.first, one.profile.length),
          proposed:
            to === null
              ? t.roadmap.unfit
              : to === one.first
                ? t.roadmap.stays
                : yearsText(to, one.profile.length),
        };
      }),
    findings: findingsOf(c, proposal),
    unfit: planned.filter(({ id }) => starts.get(id) === null).map(({ title }) => title),
    load: loadLines({ language, t }, loadOf(proposed, years, limits)),
    action: at(c, '/pruefen'),
    hidden: hiddenOf(
      moved.flatMap(({ id, to }) => {
        const revision = measures.find((one) => one.id === id)?.revision;
        return revision === undefined ? [] : [{ id, revision, to }];
      }),
    ),
    back: at(c),
  };
};

/** Computes an order apart from the server and shows it; nothing changes. */
export const answerProposal = async (
  c: DeskPage,
  setting: StrategySetting,
  refuse: Refuse,
): Promise<Response> => {
  const roadmap = await loadRoadmap(setting, c.var.acting.organisation.ars);
  // The page says which measures wait for each other in a circle.
  if (roadmap.cycle) return c.redirect(at(c), 303);
  const problem = problemOf(roadmap.planned, roadmap);
  const proposal = await proposeApart(problem);
  if (!proposal) return refuse(c, 'busy');
  const t = strategyMessages(c.var.language);
  return c.var.page({
    title: t.roadmap.proposal,
    body: <ProposalPage view={proposalView(c, { roadmap, problem, proposal })} t={t} />,
    crumbs: crumbs(c),
  });
};

/** The last look: which measure goes from where to where. */
export const answerConfirm = async (
  c: DeskPage,
  setting: StrategySetting,
  refuse: Refuse,
): Promise<Response> => {
  const moves = movesIn(await typedBody(c));
  const { planned, measures } = await loadRoadmap(setting, c.var.acting.organisation.ars);
  const isOld = ({ id, revision }: Move) =>
    !measures.some((measure) => measure.id === id && measure.revision === revision);
  if (moves.length === 0 || moves.some(isOld)) return refuse(c, 'changed');
  const t = strategyMessages(c.var.language);
  const view = {
    lead: t.roadmap.confirmText(formatNumber(c.var.language, moves.length)),
    lines: moves.flatMap(({ id, to }) => {
      const one = planned.find((measure) => measure.id === id);
      if (!one) return [];
      const now = one.first === null ? t.roadmap.undated : yearsText(one.first, one.profile.length);
      return [{ key: id, title: one.title, now, proposed: yearsText(to, one.profile.length) }];
    }),
    action: at(c, '/uebernehmen'),
    hidden: hiddenOf(moves),
    back: at(c),
  };
  return c.var.page({
    title: t.roadmap.confirm,
    body: <ConfirmMovesPage view={view} t={t} />,
    crumbs: crumbs(c),
  });
};

export const takeOver = async (c: DeskPage, setting: StrategySetting, refuse: Refuse): Promise<Response> => {
  const moved = await moveMeasures(setting, c.var.acting, movesIn(await typedBody(c)));
  return 'refused' in moved ? refuse(c, 'changed') : c.redirect(`${at(c)}?erledigt=verschoben`, 303);
};
