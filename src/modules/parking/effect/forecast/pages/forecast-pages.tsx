import { Hono, type Context as HonoContext } from 'hono';
import { type Typed, typedBody } from '../../../../../foundation/http/typed-body.ts';
import { formatNumber } from '../../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../../foundation/i18n/language.ts';
import { withPlace } from '../../../../../foundation/ui/page.ts';
import { guardWriter, visitorOf } from '../../../../accounts/index.ts';
import type { ParkingEnvironment, ParkingHere, ParkingSetting } from '../../../setting.ts';
import { ForecastPage, type ForecastView, ForecastWherePage, forecastMessages } from '../../../web/index.ts';
import { listPlans } from '../../pilot/plan-store.ts';
import { type Assumed, assumeFor } from '../assume.ts';
import { forecastKey } from '../compute-forecast.ts';
import {
  askForecast,
  countOpen,
  type Forecast,
  type ForecastKey,
  findForecast,
  stopForecast,
} from '../forecast-store.ts';
import { type KnownSpaces, sumSpaces } from '../known-store.ts';
import {
  inAddress,
  type Question,
  type QuestionKey,
  questionFields,
  questionKeys,
  readQuestion,
} from '../question.ts';
import { presentAnswer } from './present-forecast.ts';
import { presentInputs, questionForm } from './present-inputs.ts';

type Page = HonoContext<ParkingEnvironment>;

const AT = '/parken/wirkung';
const CENTRE_METRES = 1000;
const SILENT_MILLISECONDS = 15 * 60_000;
/** A question takes about a minute: longer queues nobody waits for. */
const MOST_OPEN = { all: 20, own: 3 };
const MUNICIPALITY = /^\d{12}$/;

type Town = { here: ParkingHere; assumed: Assumed; known: KnownSpaces };

const townAt = async ({ database, places }: ParkingSetting, here: ParkingHere): Promise<Town> => {
  const unit = places.get(here.ars);
  const around = unit?.point ?? here.point;
  const known = await sumSpaces(database, here.ars, { around, radiusMetres: CENTRE_METRES });
  return { here, known, assumed: assumeFor(known, unit?.population ?? null) };
};

type Shown = { typed?: Typed; faults?: QuestionKey[]; refusal?: string };

const stateOf = (
  c: Page,
  setting: ParkingSetting,
  {
    question,
    forecast,
    at,
  }: { question: Question; forecast: Forecast | undefined; at: (path: string) => string },
): ForecastView['state'] => {
  const { language } = c.var;
  const t = forecastMessages(language);
  if (forecast?.answer)
    return { kind: 'answered', answer: presentAnswer({ language, t }, question, forecast.answer) };
  if (!setting.askForecast) return { kind: 'unavailable' };
  if (forecast?.state !== 'waiting' && forecast?.state !== 'running')
    return { kind: forecast?.state === 'stopped' || forecast?.state === 'failed' ? forecast.state : 'none' };
  const number = (value: number) => formatNumber(language, value);
  const begun = forecast.steps === 0 ? t.begun : t.running(number(forecast.done), number(forecast.steps));
  return {
    kind: 'open',
    text: forecast.state === 'waiting' ? t.waiting : begun,
    look: at(AT),
    stop: at(`${AT}/abbrechen`),
  };
};

const answer = async (
  c: Page,
  setting: ParkingSetting,
  town: Town,
  question: Question,
  shown: Shown = {},
): Promise<Response> => {
  const { language } = c.var;
  const t = forecastMessages(language);
  const { here, assumed, known } = town;
  const parameters = inAddress(question, assumed.question);
  const at = (path: string) => withPlace(here, localPath(language, path), parameters);
  const forecast = await findForecast(setting.database, forecastKey(here.ars, question));
  const faults = shown.faults ?? [];
  const view: ForecastView = {
    heading: t.near(here.label),
    state: stateOf(c, setting, { question, forecast, at }),
    refusal: shown.refusal,
    action: withPlace(here, localPath(language, AT)),
    fields: questionForm({ language, t }, shown.typed ?? {}, question, faults),
    hidden: questionKeys.map((key) => [questionFields[key].name, String(question[key])]),
    inputs: presentInputs({ language, t }, { question, assumed, known, unit: setting.places.get(here.ars) }),
    plans: (await listPlans(setting.database, here.ars)).flatMap(({ id, plan, frozen_at }) =>
      frozen_at ? [{ href: localPath(language, `${AT}/${here.ars}/${id}`), label: plan.name }] : [],
    ),
    parking: withPlace(here, localPath(language, '/parken')),
  };
  const isWrong = faults.length > 0 || shown.refusal !== undefined;
  const title = isWrong ? `${t.errorTitle} ${view.heading}` : view.heading;
  c.header('cache-control', 'no-store');
  return c.var.page(
    { title, body: <ForecastPage view={view} t={t} />, isIndexed: false },
    isWrong ? 422 : 200,
  );
};

/** What the address asks; a wrong value falls back to what is assumed. */
const questionIn = (c: Page, { assumed }: Town): Question => {
  const right = Object.fromEntries(
    Object.entries(c.req.query()).filter(
      ([name, value]) => 'question' in readQuestion({ [name]: value }, assumed.question),
    ),
  );
  const read = readQuestion(right, assumed.question);
  return 'question' in read ? read.question : assumed.question;
};

const refusalOf = async (c: Page, setting: ParkingSetting, key: ForecastKey): Promise<string | undefined> => {
  const t = forecastMessages(c.var.language);
  const known = await findForecast(setting.database, key);
  if (known && !['stopped', 'failed'].includes(known.state)) return undefined;
  const open = await countOpen(setting.database, key.ars);
  if (open.all >= MOST_OPEN.all || open.own >= MOST_OPEN.own) return t.busy;
  const guarded = await guardWriter(setting, 'parking forecast', visitorOf(c, setting.proxies));
  return guarded ? t.tooMany : undefined;
};

const ask = async (c: Page, setting: ParkingSetting, town: Town): Promise<Response> => {
  const typed = await typedBody(c);
  const read = readQuestion(typed, town.assumed.question);
  if ('faults' in read)
    return answer(c, setting, town, town.assumed.question, { typed, faults: read.faults });
  const { question } = read;
  const key = forecastKey(town.here.ars, question);
  const refusal = await refusalOf(c, setting, key);
  if (refusal !== undefined) return answer(c, setting, town, question, { refusal });
  const now = setting.clock();
  const silentSince = new Date(now.getTime() - SILENT_MILLISECONDS);
  if (setting.askForecast && (await askForecast(setting.database, key, question, { now, silentSince })))
    await setting.askForecast(key);
  const path = localPath(c.var.language, AT);
  return c.redirect(withPlace(town.here, path, inAddress(question, town.assumed.question)), 303);
};

const stop = async (c: Page, setting: ParkingSetting, town: Town): Promise<Response> => {
  const question = questionIn(c, town);
  await stopForecast(setting.database, forecastKey(town.here.ars, question), setting.clock());
  const path = localPath(c.var.language, AT);
  return c.redirect(withPlace(town.here, path, inAddress(question, town.assumed.question)), 303);
};

/** What sharing would bring in a municipality: computed once for each question, never while a page is asked for. */
export const forecastPages = (setting: ParkingSetting) => {
  const pages = new Hono<ParkingEnvironment>();
  const ways = [
    ['GET', AT, (c: Page, town: Town) => answer(c, setting, town, questionIn(c, town))],
    ['POST', AT, (c: Page, town: Town) => ask(c, setting, town)],
    ['POST', `${AT}/abbrechen`, (c: Page, town: Town) => stop(c, setting, town)],
  ] as const;
  for (const [method, path, reply] of ways)
    pages.on(method, path, async (c) => {
      const { here, language } = c.var;
      if (here && MUNICIPALITY.test(here.ars)) return reply(c, await townAt(setting, here));
      const t = forecastMessages(language);
      const canonical = localPath(language, AT);
      const body = <ForecastWherePage action={canonical} hint={here ? t.needTown : t.needPlace} t={t} />;
      return c.var.page({ title: t.title, body, canonical });
    });
  return pages;
};
