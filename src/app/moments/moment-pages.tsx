import { Hono, type Context as HonoContext } from 'hono';
import { generateIcsCalendar } from 'ts-ics';
import { formatDay } from '../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../foundation/i18n/language.ts';
import { berlinDay, type Day, fromBerlin } from '../../foundation/time/zone.ts';
import { withPlace } from '../../foundation/ui/page.ts';
import { stateOf } from '../../modules/municipalities/index.ts';
import type { HelpAtPlace } from '../../modules/public-services/index.ts';
import type { SiteVariables } from '../frame.tsx';
import {
  MomentPage,
  type MomentStep,
  MomentsPage,
  type MomentView,
  NoticePage,
} from '../web/moments/MomentPages.tsx';
import { type MomentMessages, momentMessages } from '../web/moments/messages.ts';
import { checklistOf, type DueStep, type Moment, type Moments } from './moment.ts';

type Page = HonoContext<{ Variables: SiteVariables }>;

/** The checklists, and who helps with a step at a place. */
export type MomentSetting = Moments & {
  clock: () => Date;
  help: (about: {
    leikaKey: string;
    here: NonNullable<SiteVariables['here']>;
    language: Language;
  }) => Promise<HelpAtPlace>;
};

const AT = '/leistungen/anlass';
const NOON = '12:00';

const dayIn = (text: string | undefined): Day | undefined =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
    ? text
    : undefined;

const inWords = (language: Language, day: Day, now: Date): string =>
  formatDay(language, fromBerlin(day, NOON), now);

const linkOf = (
  c: Page,
  { kind, words, [c.var.language]: { title } }: DueStep,
  { id, date }: { id: string; date: Day },
  t: MomentMessages,
): { label: string; href: string } | undefined => {
  const { here, language } = c.var;
  const at = (path: string, parameters: Record<string, string> = {}) =>
    withPlace(here, localPath(language, path), parameters);
  if (kind === 'service') return { label: t.find, href: at('/leistungen', { was: words ?? title }) };
  if (kind === 'listing')
    return { label: t.listing, href: at('/vorschlagen', { start: date.split('-').reverse().join('.') }) };
  if (kind === 'notice') return { label: t.notice, href: at(`${AT}/${id}/aushang`, { datum: date }) };
  return kind === 'nearby' ? { label: t.nearby, href: at('/') } : undefined;
};

const dayAndState = (c: Page, now: Date) => ({
  today: berlinDay(now),
  state: stateOf(c.var.here?.ars ?? ''),
});

/** Who helps with a step, and the form, which takes the day along. */
const helpOf = async (
  c: Page,
  { help }: MomentSetting,
  { leikaKey }: DueStep,
  date: Day,
): Promise<Pick<MomentStep, 'office' | 'form'>> => {
  const { here, language } = c.var;
  if (leikaKey === undefined || !here) return {};
  const { office, form } = await help({ leikaKey, here, language });
  return { office, ...(form && { form: { ...form, href: `${form.href}?datum=${date}` } }) };
};

const listOf = async (
  c: Page,
  setting: MomentSetting,
  moment: Moment,
  date: Day,
): Promise<MomentView['list']> => {
  const { here, language } = c.var;
  const t = momentMessages(language);
  const now = setting.clock();
  const steps: MomentStep[] = [];
  for (const step of checklistOf(moment, date, dayAndState(c, now)))
    steps.push({
      key: step[language].title,
      ...step[language],
      when: t[step.days === 0 ? 'on' : 'due'](inWords(language, step.due, now)),
      state: t.states[step.state],
      law: step.law && t.law(step.law),
      link: linkOf(c, step, { id: moment.id, date }, t),
      ...(await helpOf(c, setting, step, date)),
    });
  return {
    heading: t.list(here?.label ?? '', inWords(language, date, now)),
    steps,
    calendar: withPlace(here, localPath(language, `${AT}/${moment.id}/fristen.ics`), { datum: date }),
  };
};

const answerMoment = async (c: Page, setting: MomentSetting, moment: Moment): Promise<Response> => {
  const { here, language } = c.var;
  const t = momentMessages(language);
  const text = moment[language];
  const { ort, datum } = c.req.query();
  const date = dayIn(datum);
  const isAsked = ort !== undefined || datum !== undefined || here !== undefined;
  const isSent = datum !== undefined;
  const isWrong = isSent && (!here || !date);
  const view: MomentView = {
    title: text.title,
    lead: text.lead,
    action: localPath(language, `${AT}/${moment.id}`),
    dateLabel: text.date,
    fields: {
      ort: { value: here?.label ?? ort ?? '', error: isSent && !here ? t.needPlace : undefined },
      datum: { value: date ?? '', error: isSent && !date ? t.needDay : undefined },
    },
    list: isAsked && here && date ? await listOf(c, setting, moment, date) : undefined,
    source: setting.source,
  };
  return c.var.page(
    {
      title: isWrong ? `${t.errorTitle} ${text.title}` : text.title,
      body: <MomentPage view={view} t={t} />,
      crumbs: [{ label: t.title, href: withPlace(here, localPath(language, AT)) }],
      canonical: localPath(language, `${AT}/${moment.id}`),
    },
    isWrong ? 422 : 200,
  );
};

const locationOf = (office: HelpAtPlace['office']): { location?: string } =>
  office ? { location: [office.name, office.address].filter(Boolean).join(', ') } : {};

/** RFC 5545: a day without time is a DATE, and so is the day after it. */
const calendarOf = async (c: Page, setting: MomentSetting, moment: Moment, date: Day): Promise<string> => {
  const { language } = c.var;
  const now = setting.clock();
  const dateOnly = (day: Day) => ({ date: new Date(`${day}T00:00:00Z`), type: 'DATE' as const });
  const steps = checklistOf(moment, date, dayAndState(c, now));
  const offices = await Promise.all(steps.map(async (step) => (await helpOf(c, setting, step, date)).office));
  return generateIcsCalendar({
    version: '2.0',
    prodId: '-//Allmende//Anlass//DE',
    method: 'PUBLISH',
    events: steps.map((step, at) => ({
      uid: `${moment.id}-${date}-${at}@allmende`,
      stamp: { date: now, type: 'DATE-TIME' },
      start: dateOnly(step.due),
      duration: { days: 1 },
      summary: step[language].title,
      description: step[language].text,
      ...locationOf(offices[at]),
    })),
  });
};

/** One place and one day make a checklist across authorities and offers. */
export const momentPages = (setting: MomentSetting) => {
  const { moments, source, clock } = setting;
  const pages = new Hono<{ Variables: SiteVariables }>();
  const find = (id: string) => moments.find((moment) => moment.id === id);

  pages.get(AT, (c) => {
    const { here, language } = c.var;
    const t = momentMessages(language);
    const listed = moments.map((moment) => ({
      title: moment[language].title,
      lead: moment[language].lead,
      href: withPlace(here, localPath(language, `${AT}/${moment.id}`)),
    }));
    return c.var.page({ title: t.title, body: <MomentsPage moments={listed} source={source} t={t} /> });
  });

  pages.get(`${AT}/:id`, (c, next) => {
    const moment = find(c.req.param('id'));
    return moment ? answerMoment(c, setting, moment) : next();
  });

  pages.get(`${AT}/:id/fristen.ics`, async (c, next) => {
    const moment = find(c.req.param('id'));
    const date = dayIn(c.req.query('datum'));
    if (!moment || !date) return next();
    const body = await calendarOf(c, setting, moment, date);
    return c.body(body, 200, { 'content-type': 'text/calendar; charset=utf-8' });
  });

  pages.get(`${AT}/:id/aushang`, (c, next) => {
    const moment = find(c.req.param('id'));
    const date = dayIn(c.req.query('datum'));
    const { language } = c.var;
    const notice = moment?.steps.find(({ kind }) => kind === 'notice')?.[language].notice;
    if (!moment || !date || notice === undefined) return next();
    const t = momentMessages(language);
    const lines = notice.replace('{date}', inWords(language, date, clock())).split(/\n+/);
    const body = <NoticePage title={moment[language].title} lines={lines} t={t} />;
    return Promise.resolve(c.var.page({ title: t.noticeTitle, body, isIndexed: false }));
  });

  return pages;
};
