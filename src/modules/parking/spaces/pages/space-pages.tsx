import { randomUUID } from 'node:crypto';
import { Hono, type Context as HonoContext } from 'hono';
import { type Typed, typedBody } from '../../../../foundation/http/typed-body.ts';
import { formatEuro } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { withPlace } from '../../../../foundation/ui/page.ts';
import { answersIn, judgeAt } from '../../permit/pages/permit-pages.tsx';
import type { PermitRules } from '../../permit/permit-rule.ts';
import type { ParkingEnvironment, ParkingSetting } from '../../setting.ts';
import { moneyMessages, SpaceFormPage, SpacesPage, type SpacesView, spaceMessages } from '../../web/index.ts';
import { capAt } from '../../zones/zone.ts';
import { listZones } from '../../zones/zone-store.ts';
import { listPoolsOfPerson } from '../pool-store.ts';
import { readSpace, type SpaceFaults } from '../read-space.ts';
import { addSpace, findOwnPool } from '../share-space.ts';
import { spaceWays } from './one-space-pages.tsx';
import { doneNote, factsText } from './present-space.ts';
import { firstSpace, idOf, spaceGroups } from './present-space-form.ts';

type Page = HonoContext<ParkingEnvironment>;

const AT = '/parken/teilen';
const ONE = `${AT}/:ars{[0-9]{12}}/:id{[0-9a-f-]{36}}`;

const toSignIn = (c: Page): Response => {
  const { pathname, search } = new URL(c.req.url);
  const query = new URLSearchParams({
    zurueck: c.req.method === 'GET' ? pathname + search : localPath(c.var.language, AT),
  });
  return c.redirect(`${localPath(c.var.language, '/anmelden')}?${query}`, 303);
};

const answerList = async (c: Page, { database }: ParkingSetting, personId: string): Promise<Response> => {
  const { here, language } = c.var;
  const t = spaceMessages(language);
  const view: SpacesView = {
    note: doneNote(c),
    title: t.title,
    lead: t.lead,
    spaces: (await listPoolsOfPerson(database, personId)).map((pool) => ({
      id: pool.id,
      name: pool.facts.name,
      href: localPath(language, `${AT}/${pool.ars}/${pool.id}`),
      state: t.states[pool.state],
      facts: factsText(language, pool),
    })),
    next: { href: withPlace(here, localPath(language, '/parken/darf-ich')), label: t.check },
    more: { href: localPath(language, `${AT}/geld`), label: moneyMessages(language).host.link },
  };
  return c.var.page({ title: t.title, body: <SpacesPage view={view} t={t} />, isIndexed: false });
};

const capText = (c: Page, cents: number | undefined): string => {
  const { language } = c.var;
  if (cents === 0) return moneyMessages(language).host.noProvider;
  return cents === undefined ? '' : spaceMessages(language).cap(formatEuro(language, cents));
};

type Wrong = { typed?: Typed; faults?: SpaceFaults; error?: string };

const answerForm = async (
  c: Page,
  { database, payments, mapTiles }: ParkingSetting,
  { typed, faults = {}, error }: Wrong = {},
): Promise<Response> => {
  const { here, language } = c.var;
  const t = spaceMessages(language);
  const answers = answersIn(c.req.query());
  const zones = here ? await listZones(database, here.ars) : [];
  const at = here?.point;
  const first = payments ? firstSpace : { ...firstSpace, preis: '0' };
  const known = at ? { ...first, lon: String(at.lon), lat: String(at.lat) } : first;
  const view = {
    note: error === undefined ? undefined : { kind: 'danger' as const, title: error },
    requestKey: randomUUID(),
    title: t.newTitle,
    action: withPlace(here, localPath(language, `${AT}/neu`), answers),
    button: t.button,
    draw: at && { ...at, tiles: mapTiles, ...t.draw },
    groups: spaceGroups(t, {
      typed: typed ?? known,
      faults,
      cap: capText(c, payments ? at && capAt(zones, at) : 0),
    }),
  };
  const isWrong = error !== undefined || Object.keys(faults).length > 0;
  return c.var.page(
    {
      title: isWrong ? `${t.errorTitle} ${t.newTitle}` : t.newTitle,
      body: <SpaceFormPage view={view} t={t} />,
      isIndexed: false,
      hasMap: true,
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
  // Without a provider nobody could take the money: private spaces are shared free of charge.
  const read = readSpace(typed, (point) => (setting.payments ? capAt(zones, point) : 0));
  if ('faults' in read) return answerForm(c, setting, { typed, faults: read.faults });
  const located = setting.places.byPoint(read.facts.point);
  if (located.kind !== 'inside' || located.municipality.ars !== here.ars)
    return answerForm(c, setting, { typed, error: t.outside });
  const answers = answersIn(c.req.query());
  const judgement = await judgeAt(setting, rules, answers, { ars: here.ars, point: read.facts.point });
  const added = await addSpace(
    setting,
    person,
    { ...read, id: idOf(typed, setting) },
    { ars: here.ars, answers, judgement },
  );
  if ('refused' in added)
    return answerForm(c, setting, {
      typed,
      error: added.refused === 'too-many-pools' ? t.tooMany : t.notPermitted,
    });
  return c.redirect(localPath(language, `${AT}/${here.ars}/${added.id}?erledigt=angelegt`), 303);
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
  for (const { method, path, answer } of spaceWays)
    pages.on(method, `${ONE}${path}`, async (c) => {
      const { signedIn, language } = c.var;
      if (!signedIn) return toSignIn(c);
      const { ars = '', id = '' } = c.req.param();
      const pool = await findOwnPool(setting, signedIn.personId, { ars, id });
      if (!pool) return c.notFound();
      const back = localPath(language, AT);
      return answer(c, setting, { pool, back, at: `${back}/${pool.ars}/${pool.id}` });
    });
  return pages;
};
