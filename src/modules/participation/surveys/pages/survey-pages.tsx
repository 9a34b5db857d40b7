import { Hono, type Context as HonoContext } from 'hono';
import { typedBody } from '../../../../foundation/http/typed-body.ts';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { berlinDay } from '../../../../foundation/time/zone.ts';
import { guardWriter, visitorOf } from '../../../accounts/index.ts';
import { displayName } from '../../../municipalities/index.ts';
import type { ParticipationEnvironment, ParticipationSetting } from '../../setting.ts';
import { participationMessages, SurveyPage, SurveysPage } from '../../web/index.ts';
import { FEWEST_SHOWN, isOpen, type Survey, tally } from '../survey.ts';
import { findPublicSurvey, listAnswers, listSurveys } from '../survey-store.ts';
import { answerSurvey } from '../write-survey.ts';
import { aboutHref, questionFields, stateText, surveyPath, tallyView } from './present-survey.ts';

type Page = HonoContext<ParticipationEnvironment>;
type Wrong = { typed: Record<string, string>; refused: 'closed' | 'nothing-said' | 'too-many-attempts' };

const AT = '/mitmachen/umfragen';

const answerList = async (c: Page, { database, clock, places }: ParticipationSetting): Promise<Response> => {
  const { here, language } = c.var;
  const t = participationMessages(language);
  const today = berlinDay(clock());
  const surveys = await listSurveys(database, { ars: here?.ars, isPublic: true });
  const links = surveys.map((one) => {
    const unit = places.get(one.ars);
    return {
      title: one.title,
      href: localPath(language, surveyPath(one.id)),
      note: [unit ? displayName(unit) : one.ars, stateText({ language, t }, one, today)].join(' · '),
    };
  });
  return c.var.page({ title: t.surveys.title, body: <SurveysPage links={links} t={t} /> });
};

const show = async (
  c: Page,
  setting: ParticipationSetting,
  survey: Survey,
  wrong?: Wrong,
): Promise<Response> => {
  const { language } = c.var;
  const t = participationMessages(language);
  const words = { language, t };
  const today = berlinDay(setting.clock());
  const answers = await listAnswers(setting.database, survey);
  const isDone = c.req.query('erledigt') === 'danke';
  const view = {
    title: survey.title,
    lead: survey.lead,
    state: stateText(words, survey, today),
    about: aboutHref(language, survey),
    done: isDone ? t.surveys.thanks : undefined,
    refusal: wrong && t.surveys.refused[wrong.refused],
    form:
      isOpen(survey, today) && !isDone
        ? {
            action: localPath(language, surveyPath(survey.id)),
            fields: questionFields(words, survey.questions, wrong?.typed ?? {}),
          }
        : undefined,
    results:
      answers.length >= FEWEST_SHOWN ? tallyView(words, tally(survey.questions, answers), false) : undefined,
  };
  return c.var.page(
    {
      title: view.title,
      body: <SurveyPage view={view} t={t} />,
      crumbs: [{ label: t.surveys.title, href: localPath(language, AT) }],
    },
    wrong ? (wrong.refused === 'too-many-attempts' ? 429 : 422) : 200,
  );
};

/** What a town hall asks, and how many said what. */
export const surveyPages = (setting: ParticipationSetting) => {
  const pages = new Hono<ParticipationEnvironment>();
  const one = `${AT}/:survey{${UUID}}`;
  const found = (c: Page) => findPublicSurvey(setting.database, c.req.param('survey') ?? '');
  pages.get(AT, (c) => answerList(c, setting));
  pages.get(one, async (c) => {
    const survey = await found(c);
    return survey ? show(c, setting, survey) : c.notFound();
  });
  pages.post(one, async (c) => {
    const survey = await found(c);
    if (!survey) return c.notFound();
    const typed = await typedBody(c);
    const guarded = await guardWriter(setting, `survey ${survey.id}`, visitorOf(c, setting.proxies));
    if (guarded) return show(c, setting, survey, { typed, refused: guarded.refused });
    const said = await answerSurvey(setting, survey, typed);
    return 'refused' in said
      ? show(c, setting, survey, { typed, refused: said.refused })
      : c.redirect(`${localPath(c.var.language, surveyPath(survey.id))}?erledigt=danke`, 303);
  });
  return pages;
};
