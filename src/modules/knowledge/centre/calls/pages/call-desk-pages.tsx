import { Hono } from 'hono';
import { type Typed, typedBody } from '../../../../../foundation/http/typed-body.ts';
import { UUID } from '../../../../../foundation/http/uuid-in-path.ts';
import { revisionIn } from '../../../../../foundation/text/typed-text.ts';
import { berlinDay } from '../../../../../foundation/time/zone.ts';
import { type DeskEnvironment, permit } from '../../../../accounts/index.ts';
import type { KnowledgeSetting } from '../../../setting.ts';
import { callMessages, OwnCallPage, OwnCallsPage } from '../../../web/index.ts';
import { atCentre, centrePage, DESK, type DeskPage } from '../../pages/centre-frame.tsx';
import { changeCall, takeOutCall, writeCall } from '../act-on-call.ts';
import { callStateOf } from '../call-state.ts';
import { findOwnCall, listOwnCalls } from '../call-store.ts';
import type { CallFacts, CallFaults } from '../contract.ts';
import { readCall } from '../read-call.ts';
import { callFields, FORM, valuesOf } from './present-calls.ts';

const AT = `${DESK}/aufrufe`;
const ONE = `${AT}/:call{${UUID}}`;
type Values = Partial<Record<keyof CallFacts, string>>;
type Tried = { values: Values; faults: CallFaults };

const valuesIn = (typed: Typed): Values =>
  Object.fromEntries(Object.entries(FORM).map(([fact, name]) => [fact, typed[name] ?? '']));

const answerList = async (
  c: DeskPage,
  { database, clock }: KnowledgeSetting,
  tried?: Tried,
): Promise<Response> => {
  const { language, acting } = c.var;
  const t = callMessages(language);
  const today = berlinDay(clock());
  const view = {
    done: c.req.query('erledigt') === 'gespeichert' ? t.desk.saved : undefined,
    calls: (await listOwnCalls(database, acting.organisation)).map(({ id, facts, withdrawn_at }) => ({
      href: atCentre(c, `/aufrufe/${id}`),
      title: facts.title,
      state: withdrawn_at ? t.desk.isOut : t.states[callStateOf(facts, today)],
    })),
    form: {
      action: atCentre(c, '/aufrufe'),
      revision: '',
      fields: callFields(language, t, tried?.values ?? {}, tried?.faults),
    },
  };
  const body = <OwnCallsPage view={view} t={t} />;
  return centrePage(c, { title: t.desk.title, body, here: 'calls', status: tried ? 422 : 200 });
};

type Shown = { tried?: Tried; refusal?: string };

const answerOne = async (
  c: DeskPage,
  { database }: KnowledgeSetting,
  { tried, refusal }: Shown = {},
): Promise<Response> => {
  const { language, acting } = c.var;
  const t = callMessages(language);
  const call = await findOwnCall(database, acting.organisation, c.req.param('call') ?? '');
  if (!call) return c.notFound();
  const own = atCentre(c, `/aufrufe/${call.id}`);
  const view = {
    title: call.facts.title,
    done: call.withdrawn_at ? t.desk.takenOut : undefined,
    refusal,
    form: {
      action: own,
      revision: String(call.revision),
      fields: callFields(language, t, tried?.values ?? valuesOf(call.facts), tried?.faults),
    },
    list: atCentre(c, '/aufrufe'),
    takeOut: call.withdrawn_at ? undefined : `${own}/herausnehmen`,
  };
  const isWrong = tried !== undefined || refusal !== undefined;
  const body = <OwnCallPage view={view} t={t} />;
  return centrePage(c, { title: t.desk.change, body, here: 'calls', status: isWrong ? 422 : 200 });
};

const create = async (c: DeskPage, setting: KnowledgeSetting): Promise<Response> => {
  const values = valuesIn(await typedBody(c));
  const read = readCall(values);
  if (read.faults) return answerList(c, setting, { values, faults: read.faults });
  await writeCall(setting, c.var.acting, read.facts);
  return c.redirect(`${atCentre(c, '/aufrufe')}?erledigt=gespeichert`, 303);
};

const change = async (c: DeskPage, setting: KnowledgeSetting): Promise<Response> => {
  const typed = await typedBody(c);
  const values = valuesIn(typed);
  const read = readCall(values);
  if (read.faults) return answerOne(c, setting, { tried: { values, faults: read.faults } });
  const changed = await changeCall(setting, c.var.acting, {
    id: c.req.param('call') ?? '',
    revision: revisionIn(typed),
    facts: read.facts,
  });
  if (!('refused' in changed)) return c.redirect(`${atCentre(c, '/aufrufe')}?erledigt=gespeichert`, 303);
  return answerOne(c, setting, { refusal: callMessages(c.var.language).desk.meanwhile });
};

/** Where the centre keeps its list of programmes and calls. */
export const callDeskPages = (setting: KnowledgeSetting) => {
  const pages = new Hono<DeskEnvironment>();
  const permitted = permit('moderate-network');
  pages.get(AT, permitted, (c) => answerList(c, setting));
  pages.post(AT, permitted, (c) => create(c, setting));
  pages.get(ONE, permitted, (c) => answerOne(c, setting));
  pages.post(ONE, permitted, (c) => change(c, setting));
  pages.post(`${ONE}/herausnehmen`, permitted, async (c) => {
    const out = await takeOutCall(setting, c.var.acting, c.req.param('call'));
    return 'refused' in out ? c.notFound() : c.redirect(atCentre(c, `/aufrufe/${c.req.param('call')}`), 303);
  });
  return pages;
};
