import { Hono, type Context as HonoContext } from 'hono';
import { type Typed, typedBody } from '../../../../foundation/http/typed-body.ts';
import { formatDay, formatEuro, formatNumber, formatTime } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { withPlace } from '../../../../foundation/ui/page.ts';
import { listOfPool } from '../../bookings/booking-store.ts';
import { sumOfPool } from '../../bookings/charge-store.ts';
import { answersIn, judgeAt } from '../../permit/pages/permit-pages.tsx';
import type { PermitRules } from '../../permit/permit-rule.ts';
import type { ParkingEnvironment, ParkingSetting } from '../../setting.ts';
import { instantOf, slotAt } from '../../slot.ts';
import { capAt } from '../../town/zone.ts';
import { listZones } from '../../town/zone-store.ts';
import { SpaceFormPage, SpacePage, SpacesPage, type SpacesView, spaceMessages } from '../../web/index.ts';
import type { Pool } from '../pool.ts';
import { listPoolsOfPerson } from '../pool-store.ts';
import { readSpace, type SpaceFaults } from '../read-space.ts';
import { addSpace, findOwnPool, setShared } from '../share-space.ts';
import { firstSpace, spaceGroups } from './present-space-form.ts';

type Page = HonoContext<ParkingEnvironment>;

const AT = '/parken/teilen';
const ONE = `${AT}/:ars{[0-9]{12}}/:id{[0-9a-f-]{36}}`;
const FORWARD_SLOTS = 60 * 288;

const toSignIn = (c: Page): Response => {
  const { pathname, search } = new URL(c.req.url);
  const query = new URLSearchParams({
    zurueck: c.req.method === 'GET' ? pathname + search : localPath(c.var.language, AT),
  });
  return c.redirect(`${localPath(c.var.language, '/anmelden')}?${query}`, 303);
};

const factsText = (c: Page, { facts }: Pool): string => {
  const { language } = c.var;
  const t = spaceMessages(language);
  const price = facts.centsPerHour === 0 ? t.free : t.perHour(formatEuro(language, facts.centsPerHour));
  return t.facts(formatNumber(language, facts.capacity), price);
};

const noteOf = (c: Page): SpacesView['note'] => {
  const { done } = spaceMessages(c.var.language);
  const key = c.req.query('erledigt') ?? '';
  return Object.hasOwn(done, key) ? { kind: 'success', title: done[key as keyof typeof done] } : undefined;
};

const answerList = async (c: Page, { database }: ParkingSetting, personId: string): Promise<Response> => {
  const { here, language } = c.var;
  const t = spaceMessages(language);
  const view: SpacesView = {
    note: noteOf(c),
    spaces: (await listPoolsOfPerson(database, personId)).map((pool) => ({
      id: pool.id,
      name: pool.facts.name,
      href: localPath(language, `${AT}/${pool.ars}/${pool.id}`),
      state: t.states[pool.state],
      facts: factsText(c, pool),
    })),
    check: withPlace(here, localPath(language, '/parken/darf-ich')),
  };
  return c.var.page({ title: t.title, body: <SpacesPage view={view} t={t} />, isIndexed: false });
};

type Wrong = { typed?: Typed; faults?: SpaceFaults; error?: string };

const answerForm = async (
  c: Page,
  { database }: ParkingSetting,
  { typed, faults = {}, error }: Wrong = {},
): Promise<Response> => {
  const { here, language } = c.var;
  const t = spaceMessages(language);
  const answers = answersIn(c.req.query());
  const zones = here ? await listZones(database, here.ars) : [];
  const at = here?.point;
  const known = at ? { ...firstSpace, lon: String(at.lon), lat: String(at.lat) } : firstSpace;
  const view = {
    note: error === undefined ? undefined : { kind: 'danger' as const, title: error },
    action: withPlace(here, localPath(language, `${AT}/neu`), answers),
    hidden: {},
    groups: spaceGroups(t, {
      typed: typed ?? known,
      faults,
      cap: at ? t.cap(formatEuro(language, capAt(zones, at))) : '',
    }),
  };
  const isWrong = error !== undefined || Object.keys(faults).length > 0;
  return c.var.page(
    {
      title: isWrong ? `${t.errorTitle} ${t.newTitle}` : t.newTitle,
      body: <SpaceFormPage view={view} t={t} />,
      isIndexed: false,
    },
    isWrong ? 422 : 200,
  );
};

const add = async (
  c: Page,
  setting: ParkingSetting,
  rules: PermitRules,
  person: { personId: string },
): Promise<Response> => {
  const { here, language } = c.var;
  const t = spaceMessages(language);
  const typed = await typedBody(c);
  if (!here) return c.redirect(localPath(language, '/parken/darf-ich'), 303);
  const zones = await listZones(setting.database, here.ars);
  const read = readSpace(typed, (point) => capAt(zones, point));
  if ('faults' in read) return answerForm(c, setting, { typed, faults: read.faults });
  const located = setting.places.byPoint(read.facts.point);
  if (located.kind !== 'inside' || located.municipality.ars !== here.ars)
    return answerForm(c, setting, { typed, error: t.outside });
  const answers = answersIn(c.req.query());
  const judgement = await judgeAt(setting, rules, answers, { ars: here.ars, point: read.facts.point });
  const added = await addSpace(setting, person, read, { ars: here.ars, answers, judgement });
  if ('refused' in added)
    return answerForm(c, setting, {
      typed,
      error: added.refused === 'too-many-pools' ? t.tooMany : t.notPermitted,
    });
  return c.redirect(localPath(language, `${AT}/${here.ars}/${added.id}?erledigt=angelegt`), 303);
};

const answerSpace = async (
  c: Page,
  { database, clock }: ParkingSetting,
  personId: string,
): Promise<Response> => {
  const pool = await findOwnPool({ database }, personId, {
    ars: c.req.param('ars') ?? '',
    id: c.req.param('id') ?? '',
  });
  if (!pool) return c.notFound() as Response;
  const { language } = c.var;
  const t = spaceMessages(language);
  const now = clock();
  const slot = slotAt(now);
  const stays = await listOfPool(database, pool, { from: slot, to: slot + FORWARD_SLOTS });
  const text = (at: Date) => `${formatDay(language, at, now)}, ${formatTime(language, at)}`;
  const view = {
    name: pool.facts.name,
    state: t.states[pool.state],
    facts: factsText(c, pool),
    note: noteOf(c),
    action: localPath(language, `${AT}/${pool.ars}/${pool.id}`),
    isShared: pool.state === 'shared',
    stays: stays.map(({ id, from, to, unit }) => ({
      key: id,
      text: t.stay(
        text(instantOf(from)),
        text(instantOf(to)),
        unit === null ? '' : t.unit(formatNumber(language, unit)),
      ),
    })),
    earned: t.earned(formatEuro(language, await sumOfPool(database, pool))),
    back: localPath(language, AT),
  };
  return c.var.page({ title: view.name, body: <SpacePage view={view} t={t} />, isIndexed: false });
};

/** What somebody with an account shares: after the permit check, stopped at once whenever they like. */
export const spacePages = (setting: ParkingSetting, rules: PermitRules) => {
  const pages = new Hono<ParkingEnvironment>();
  pages.get(AT, (c) => {
    const { signedIn } = c.var;
    return signedIn ? answerList(c, setting, signedIn.personId) : toSignIn(c);
  });
  pages.get(`${AT}/neu`, (c) => (c.var.signedIn ? answerForm(c, setting) : toSignIn(c)));
  pages.post(`${AT}/neu`, (c) => (c.var.signedIn ? add(c, setting, rules, c.var.signedIn) : toSignIn(c)));
  pages.get(ONE, (c) => (c.var.signedIn ? answerSpace(c, setting, c.var.signedIn.personId) : toSignIn(c)));
  pages.post(ONE, async (c) => {
    const { signedIn, language } = c.var;
    if (!signedIn) return toSignIn(c);
    const key = { ars: c.req.param('ars'), id: c.req.param('id') };
    const pool = await findOwnPool(setting, signedIn.personId, key);
    if (!pool) return c.notFound();
    const isShared = pool.state !== 'shared';
    await setShared(setting, signedIn.personId, { ...key, isShared });
    const done = isShared ? 'geteilt' : 'angehalten';
    return c.redirect(localPath(language, `${AT}/${key.ars}/${key.id}?erledigt=${done}`), 303);
  });
  return pages;
};
