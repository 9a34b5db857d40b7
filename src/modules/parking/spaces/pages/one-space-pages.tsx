import type { Context as HonoContext } from 'hono';
import { daysBefore } from '../../../../foundation/database/retention.ts';
import { type Typed, typedBody } from '../../../../foundation/http/typed-body.ts';
import { formatDay, formatEuro, formatNumber, formatTime } from '../../../../foundation/i18n/format.ts';
import { pictureIn } from '../../../../foundation/picture/picture-in.ts';
import type { PageVariables } from '../../../../foundation/ui/page.ts';
import { listOfPool } from '../../bookings/booking-store.ts';
import { sumOfPool } from '../../bookings/charge-store.ts';
import { recallPromises } from '../../bookings/recall-promises.ts';
import type { ParkingSetting } from '../../setting.ts';
import { instantOf, SLOTS_A_DAY, slotAt } from '../../slot.ts';
import { SpaceFormPage, SpacePage, type SpaceView, spaceMessages } from '../../web/index.ts';
import { capAt } from '../../zones/zone.ts';
import { listZones } from '../../zones/zone-store.ts';
import { changeSpace } from '../change-space.ts';
import { STRIKE_DAYS } from '../host-strike.ts';
import { deletePhoto, findPhoto, hasPhoto, savePhoto } from '../photo-store.ts';
import type { Pool } from '../pool.ts';
import { setState } from '../pool-store.ts';
import { readChange, type SpaceFaults } from '../read-space.ts';
import { readWindow } from '../read-window.ts';
import { listStrikes } from '../strike-store.ts';
import { deleteWindow, listWindows, saveWindow } from '../window-store.ts';
import { doneNote, factsText, recalledNote } from './present-space.ts';
import { spaceGroups, typedOf } from './present-space-form.ts';
import { firstTimes, timesFields, timesText } from './present-times.ts';

/** A page of a host or of a town's desk: both do the same with a space of theirs. */
type Page = Pick<HonoContext<{ Variables: PageVariables }>, 'req' | 'var' | 'redirect' | 'body' | 'notFound'>;
/** Whose it is was looked at before. `at`: the address of the space; `back`: of all of them. */
type Shown = {
  pool: Pool;
  at: string;
  back: string /** Bills by itself, without a provider. */;
  isTown?: boolean;
};
type Way = (c: Page, setting: ParkingSetting, shown: Shown) => Promise<Response>;

const FORWARD_SLOTS = 60 * SLOTS_A_DAY;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

type Wrong = { typed?: Typed; faults?: SpaceFaults; error?: string };

const show = async (
  c: Page,
  { database, clock }: ParkingSetting,
  { pool, at, back }: Shown,
  { typed, faults = {}, error }: Wrong = {},
): Promise<Response> => {
  const { language } = c.var;
  const t = spaceMessages(language);
  const now = clock();
  const slot = slotAt(now);
  const text = (when: Date) => `${formatDay(language, when, now)}, ${formatTime(language, when)}`;
  const stays = await listOfPool(database, pool, { from: slot, to: slot + FORWARD_SLOTS });
  const strikes = await listStrikes(database, pool, daysBefore(now, STRIKE_DAYS));
  const key = { ars: pool.ars, poolId: pool.id };
  const view: SpaceView = {
    name: pool.facts.name,
    state: t.states[pool.state],
    facts: factsText(language, pool),
    note: error === undefined ? (recalledNote(c) ?? doneNote(c)) : { kind: 'danger', title: error },
    action: at,
    isShared: pool.state === 'shared',
    stays: stays
      .filter(({ state }) => state !== 'requested')
      .map(({ id, from, to, unit }) => ({
        key: id,
        text: t.stay(
          text(instantOf(from)),
          text(instantOf(to)),
          unit === null ? '' : t.unit(formatNumber(language, unit)),
        ),
      })),
    times: (await listWindows(database, pool)).map((window) => ({
      id: window.id,
      text: timesText(language, window, now),
    })),
    timesFields: timesFields(t, { typed: typed ?? firstTimes, faults }),
    isTimesOpen: typed !== undefined,
    strikes: strikes.map(({ id, poolId, cause, at: when, hasPhoto: isSeen }) => ({
      key: id,
      text: `${text(when)}: ${t.edit.causes[cause]}`,
      photo: isSeen && poolId === pool.id ? `${at}/belegt/${id}` : undefined,
    })),
    photo: (await hasPhoto(database, key)) ? `${at}/foto` : undefined,
    earned: t.earned(formatEuro(language, await sumOfPool(database, pool))),
    back,
  };
  const isWrong = typed !== undefined || error !== undefined;
  return c.var.page(
    {
      title: isWrong ? `${t.errorTitle} ${view.name}` : view.name,
      body: <SpacePage view={view} t={t} />,
      isIndexed: false,
    },
    isWrong ? 422 : 200,
  );
};

/** At once: from now on nobody is promised it. What was promised is kept, or moved by hand. */
const toggle: Way = async (c, { database, clock }, { pool, at }) => {
  const isShared = pool.state !== 'shared';
  await setState(database, pool, isShared ? 'shared' : 'stopped', clock());
  return c.redirect(`${at}?erledigt=${isShared ? 'geteilt' : 'angehalten'}`, 303);
};

const form = async (
  c: Page,
  { database }: ParkingSetting,
  { pool, at }: Shown,
  { typed, faults = {} }: Wrong = {},
): Promise<Response> => {
  const { language } = c.var;
  const t = spaceMessages(language);
  const cap = capAt(await listZones(database, pool.ars), pool.facts.point);
  const view = {
    title: t.edit.title,
    action: `${at}/angaben`,
    button: t.edit.button,
    groups: spaceGroups(t, {
      typed: typed ?? typedOf(pool),
      faults,
      cap: t.cap(formatEuro(language, cap)),
      isNew: false,
    }),
  };
  return c.var.page(
    {
      title: typed ? `${t.errorTitle} ${view.title}` : view.title,
      body: <SpaceFormPage view={view} t={t} />,
      isIndexed: false,
    },
    typed ? 422 : 200,
  );
};

const change: Way = async (c, setting, shown) => {
  const typed = await typedBody(c);
  const { pool, at } = shown;
  const zones = await listZones(setting.database, pool.ars);
  const isNoteKept = pool.sealedAccess !== null;
  // Without a provider nobody could take the money for a private host.
  const isFree = !setting.payments && !shown.isTown;
  const read = readChange(typed, { point: pool.facts.point, isNoteKept }, (point) =>
    isFree ? 0 : capAt(zones, point),
  );
  if ('faults' in read) return form(c, setting, shown, { typed, faults: read.faults });
  await changeSpace(setting, pool, read.facts);
  return c.redirect(`${at}?erledigt=geaendert`, 303);
};

const addTimes: Way = async (c, setting, shown) => {
  const typed = await typedBody(c);
  const read = readWindow(typed);
  if ('faults' in read) return show(c, setting, shown, { typed, faults: read.faults });
  await saveWindow(setting.database, shown.pool, { ...read.window, id: setting.newId() });
  return c.redirect(`${shown.at}?erledigt=zeiten`, 303);
};

const removeTimes: Way = async (c, { database }, { pool, at }) => {
  const { zeit = '' } = await typedBody(c);
  if (UUID.test(zeit)) await deleteWindow(database, pool, zeit);
  return c.redirect(`${at}?erledigt=zeiten`, 303);
};

/** Whoever takes promises back gives no new ones meanwhile. */
const recall =
  (isEmergency: boolean): Way =>
  async (c, setting, { pool, at }) => {
    await setState(setting.database, pool, 'stopped', setting.clock());
    const { moved, kept, failed } = await recallPromises(setting, pool, isEmergency);
    return c.redirect(`${at}?verlegt=${moved}.${kept}.${failed}`, 303);
  };

const picture = (c: Page, content: Uint8Array | undefined): Response =>
  content
    ? c.body(new Uint8Array(content), 200, {
        'content-type': 'image/jpeg',
        'cache-control': 'private, no-store',
      })
    : (c.notFound() as Response);

const showPhoto: Way = async (c, { database }, { pool }) =>
  picture(c, await findPhoto(database, { ars: pool.ars, poolId: pool.id }));

const showEvidence: Way = async (c, { database }, { pool }) => {
  const strikeId = c.req.param('strike') ?? '';
  return picture(c, await findPhoto(database, { ars: pool.ars, poolId: pool.id, strikeId }));
};

const keepPhoto: Way = async (c, setting, shown) => {
  const content = await pictureIn((await c.req.parseBody()).foto);
  const { pool, at } = shown;
  if (content === undefined || content === 'refused')
    return show(c, setting, shown, { error: spaceMessages(c.var.language).edit.photoRefused });
  const madeAt = setting.clock();
  await setting.database
    .transaction()
    .execute((database) =>
      savePhoto(database, { ars: pool.ars, id: setting.newId(), poolId: pool.id, content, madeAt }),
    );
  return c.redirect(`${at}?erledigt=foto`, 303);
};

const dropPhoto: Way = async (c, { database }, { pool, at }) => {
  await deletePhoto(database, { ars: pool.ars, poolId: pool.id });
  return c.redirect(`${at}?erledigt=foto-weg`, 303);
};

/** All that can be done with one space, below its address. */
export const spaceWays: { method: 'GET' | 'POST'; path: string; answer: Way }[] = [
  { method: 'GET', path: '', answer: show },
  { method: 'POST', path: '', answer: toggle },
  { method: 'GET', path: '/angaben', answer: form },
  { method: 'POST', path: '/angaben', answer: change },
  { method: 'POST', path: '/zeiten', answer: addTimes },
  { method: 'POST', path: '/zeiten/weg', answer: removeTimes },
  { method: 'POST', path: '/verlegen', answer: recall(false) },
  { method: 'POST', path: '/notfall', answer: recall(true) },
  { method: 'GET', path: '/foto', answer: showPhoto },
  { method: 'POST', path: '/foto', answer: keepPhoto },
  { method: 'POST', path: '/foto/weg', answer: dropPhoto },
  { method: 'GET', path: '/belegt/:strike{[0-9a-f-]{36}}', answer: showEvidence },
];
