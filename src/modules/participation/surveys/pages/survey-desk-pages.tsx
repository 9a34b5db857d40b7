import { typedBody } from '../../../../foundation/http/typed-body.ts';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { formatNumber } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { officeCsv } from '../../../../foundation/table/office-csv.ts';
import { addDays, berlinDay } from '../../../../foundation/time/zone.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { type DeskPage, deskPath, unitDeskPages } from '../../../accounts/index.ts';
import type { ParticipationSetting } from '../../setting.ts';
import { participationMessages, SurveyDeskPage, SurveysDeskPage } from '../../web/index.ts';
import { type Survey, tally, writeQuestions } from '../survey.ts';
import { findSurvey, listAnswers, listSurveys } from '../survey-store.ts';
import { dropSurvey, openSurvey, type SurveyFaults, writeSurvey } from '../write-survey.ts';
import { stateText, surveyPath, tallyView } from './present-survey.ts';

const PAGE = '/mitmachen/umfragen';
const USUAL_DAYS = 28;

type Wrong = { typed: Record<string, string>; faults: SurveyFaults };

const at = (c: DeskPage, path = ''): string =>
  localPath(c.var.language, deskPath(c.var.acting, `${PAGE}${path}`));
const crumbs = (c: DeskPage) => [
  {
    label: participationMessages(c.var.language).title,
    href: localPath(c.var.language, deskPath(c.var.acting, '/mitmachen')),
  },
  { label: participationMessages(c.var.language).surveys.title, href: at(c) },
];

const fieldsOf = (c: DeskPage, today: string, survey?: Survey, wrong?: Wrong): FieldView[] => {
  const t = participationMessages(c.var.language).surveys;
  const field = (
    name: 'title' | 'lead' | 'about' | 'closesOn' | 'questions',
    control: 'line' | 'area',
    stored: string,
    hint?: string,
  ): FieldView => ({
    name,
    control,
    label: t.fields[name],
    hint,
    value: wrong?.typed[name] ?? stored,
    error: wrong?.faults[name] && t.faults[wrong.faults[name]],
  });
  return [
    field('title', 'line', survey?.title ?? ''),
    field('lead', 'area', survey?.lead ?? ''),
    field('about', 'line', survey?.about ?? '', t.aboutHint),
    { ...field('closesOn', 'line', survey?.closesOn ?? addDays(today, USUAL_DAYS)), isDay: true },
    field('questions', 'area', survey ? writeQuestions(survey.questions) : '', t.questionsHint),
  ];
};

const answerList = async (c: DeskPage, setting: ParticipationSetting, wrong?: Wrong): Promise<Response> => {
  const { language, acting } = c.var;
  const t = participationMessages(language);
  const today = berlinDay(setting.clock());
  const surveys = await listSurveys(setting.database, { ars: acting.organisation.ars, isPublic: false });
  const view = {
    links: surveys.map((one) => ({
      title: one.title,
      href: at(c, `/${one.id}`),
      note: stateText({ language, t }, one, today),
    })),
    action: at(c),
    fields: fieldsOf(c, today, undefined, wrong),
  };
  return c.var.page(
    { title: t.surveys.title, body: <SurveysDeskPage view={view} t={t} />, crumbs: crumbs(c).slice(0, 1) },
    wrong ? 422 : 200,
  );
};

const storedOf = (c: DeskPage, { database }: ParticipationSetting): Promise<Survey | undefined> =>
  findSurvey(database, { ars: c.var.acting.organisation.ars, id: c.req.param('survey') ?? '' });

const answerOne = async (c: DeskPage, setting: ParticipationSetting, wrong?: Wrong): Promise<Response> => {
  const survey = await storedOf(c, setting);
  if (!survey) return c.notFound();
  const { language } = c.var;
  const t = participationMessages(language);
  const words = { language, t };
  const today = berlinDay(setting.clock());
  const answers = await listAnswers(setting.database, survey);
  const isDraft = survey.publishedAt === null;
  const view = {
    title: survey.title,
    state: stateText(words, survey, today),
    publicHref: isDraft ? undefined : localPath(language, surveyPath(survey.id)),
    csv: at(c, `/${survey.id}/antworten.csv`),
    draft: isDraft
      ? {
          action: at(c, `/${survey.id}`),
          fields: fieldsOf(c, today, survey, wrong),
          publish: at(c, `/${survey.id}/oeffnen`),
          drop: at(c, `/${survey.id}/loeschen`),
        }
      : undefined,
    counted: t.surveys.answered(formatNumber(language, answers.length)),
    results: tallyView(words, tally(survey.questions, answers), true),
  };
  return c.var.page(
    { title: survey.title, body: <SurveyDeskPage view={view} t={t} />, crumbs: crumbs(c) },
    wrong ? 422 : 200,
  );
};

const write = async (c: DeskPage, setting: ParticipationSetting): Promise<Response> => {
  const id = c.req.param('survey');
  if (id !== undefined && !(await storedOf(c, setting))) return c.notFound();
  const typed = await typedBody(c);
  const done = await writeSurvey(setting, c.var.acting, typed, id);
  if ('faults' in done) {
    const wrong = { typed, faults: done.faults };
    return id === undefined ? answerList(c, setting, wrong) : answerOne(c, setting, wrong);
  }
  return c.redirect(at(c, `/${'id' in done ? done.id : id}`), 303);
};

const answerCsv = async (c: DeskPage, setting: ParticipationSetting): Promise<Response> => {
  const survey = await storedOf(c, setting);
  if (!survey) return c.notFound();
  const answers = await listAnswers(setting.database, survey);
  const csv = officeCsv([survey.questions.map(({ text }) => text), ...answers]);
  return c.body(csv, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="umfrage.csv"',
  });
};

/** Surveys of a unit: written, opened, counted. */
export const surveyDeskPages = (setting: ParticipationSetting) => {
  const one = `/:survey{${UUID}}`;
  return unitDeskPages(PAGE, [
    ['GET', '', 'moderate-participation', (c) => answerList(c, setting)],
    ['POST', '', 'moderate-participation', (c) => write(c, setting)],
    ['GET', one, 'moderate-participation', (c) => answerOne(c, setting)],
    ['POST', one, 'moderate-participation', (c) => write(c, setting)],
    ['GET', `${one}/antworten.csv`, 'moderate-participation', (c) => answerCsv(c, setting)],
    [
      'POST',
      `${one}/oeffnen`,
      'moderate-participation',
      async (c) => {
        await openSurvey(setting, c.var.acting, c.req.param('survey') ?? '');
        return c.redirect(at(c, `/${c.req.param('survey')}`), 303);
      },
    ],
    [
      'POST',
      `${one}/loeschen`,
      'moderate-participation',
      async (c) => {
        await dropSurvey(setting, c.var.acting, c.req.param('survey') ?? '');
        return c.redirect(at(c), 303);
      },
    ],
  ]);
};
