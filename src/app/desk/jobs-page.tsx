import { Hono } from 'hono';
import { formatDay, formatTime } from '../../foundation/i18n/format.ts';
import type { Language } from '../../foundation/i18n/language.ts';
import type { JobRun, Jobs } from '../../foundation/jobs/jobs.ts';
import { permit } from '../../modules/accounts/index.ts';
import type { Platform } from '../platform.ts';
import { JobsPage, type RunLine } from '../web/desk/JobsPage.tsx';
import { type DeskMessages, deskMessages } from '../web/desk/messages.ts';
import type { DeskEnvironment } from './enter-desk.tsx';

const MOST_OWN_RUNS = 50;
const MOST_HOUSE_RUNS = 300;

const lineOf = (run: JobRun, language: Language, now: Date, t: DeskMessages): RunLine => {
  const { names, states, tries } = t.jobs;
  const at = run.endedAt ?? run.startedAt ?? run.askedAt;
  const figures = Object.entries(run.output ?? {}).filter(([key]) => key !== 'stack' && key !== 'name');
  return {
    id: run.id,
    what: Object.hasOwn(names, run.name) ? names[run.name as keyof typeof names] : run.name,
    when: `${formatDay(language, at, now)}, ${formatTime(language, at)}`,
    state: [states[run.state], run.tries > 0 ? tries(String(run.tries + 1)) : undefined]
      .filter(Boolean)
      .join(', '),
    figures: figures.map(([key, value]) => `${key}: ${value}`).join(', '),
  };
};

/** Of the work that comes round for the whole house the last run of each kind is enough. */
const lastOfEach = (runs: JobRun[]): JobRun[] => [
  ...new Map(runs.toReversed().map((run) => [run.name, run])).values(),
];

export const jobsPage = ({ clock }: Platform, { listRuns }: Pick<Jobs, 'listRuns'>) => {
  const pages = new Hono<DeskEnvironment>();
  pages.get('/rathaus/:organisation/hintergrund', permit('see-jobs'), async (c) => {
    const { acting, language } = c.var;
    const t = deskMessages(language);
    const now = clock();
    const toLine = (run: JobRun) => lineOf(run, language, now, t);
    const own = await listRuns({ ars: acting.organisation.ars }, MOST_OWN_RUNS);
    // Runs about another town are not shown here, only those about nobody in particular.
    const house = (await listRuns(undefined, MOST_HOUSE_RUNS)).filter(({ topic }) => topic.ars === undefined);
    const body = <JobsPage own={own.map(toLine)} house={lastOfEach(house).map(toLine)} t={t} />;
    return c.var.page({ title: t.jobs.title, body });
  });
  return pages;
};
