import { Hono, type Context as HonoContext } from 'hono';
import { daysBefore } from '../../../../foundation/database/retention.ts';
import { formatDay, formatTime } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import type { ParkingEnvironment, ParkingSetting } from '../../setting.ts';
import { instantOf } from '../../slot.ts';
import { MinePage, type MineView, parkingMessages } from '../../web/index.ts';
import { listMine } from '../booking-store.ts';
import { secretOf } from '../secret.ts';

const AT = '/parken/meine';
const SHOWN_DAYS = 30;

const answer = async (
  c: HonoContext<ParkingEnvironment>,
  { database, clock, secret }: ParkingSetting,
): Promise<Response> => {
  const { signedIn, language } = c.var;
  const toLocal = (path: string) => localPath(language, path);
  if (!signedIn)
    return c.redirect(`${toLocal('/anmelden')}?${new URLSearchParams({ zurueck: toLocal(AT) })}`, 303);
  const t = parkingMessages(language);
  const now = clock();
  const time = (slot: number) => formatTime(language, instantOf(slot));
  const found = await listMine(database, signedIn.personId, daysBefore(now, SHOWN_DAYS));
  const view: MineView = {
    bookings: found.map(({ booking: { ars, id, from, to, state }, requestKey }) => ({
      key: id,
      href: toLocal(`/parken/buchung/${ars}/${secretOf(secret(), requestKey)}`),
      text: t.mine.line(
        formatDay(language, instantOf(from), now),
        time(from),
        time(to),
        t.booking.states[state],
      ),
    })),
    ask: toLocal('/parken'),
  };
  return c.var.page({ title: t.mine.title, body: <MinePage view={view} t={t} />, isIndexed: false });
};

/** Somebody with an account who has lost the link. */
export const minePages = (setting: ParkingSetting) => {
  const pages = new Hono<ParkingEnvironment>();
  pages.get(AT, (c) => answer(c, setting));
  return pages;
};
