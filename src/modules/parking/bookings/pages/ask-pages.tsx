import { randomUUID } from 'node:crypto';
import { Hono, type Context as HonoContext } from 'hono';
import { type Typed, typedBody } from '../../../../foundation/http/typed-body.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { withPlace } from '../../../../foundation/ui/page.ts';
import { guardWriter, visitorOf } from '../../../accounts/index.ts';
import { stateOf } from '../../../municipalities/index.ts';
import type { ParkingEnvironment, ParkingHere, ParkingSetting } from '../../setting.ts';
import { alternativesNear } from '../../sites/pages/alternatives-near.ts';
import {
  AskPage,
  type AskView,
  forecastMessages,
  parkingMessages,
  permitMessages,
  priceMessages,
  siteMessages,
} from '../../web/index.ts';
import { askAndNote, isShortage } from '../ask-and-note.ts';
import { askForSeries } from '../ask-for-series.ts';
import type { AskRefusal } from '../asked.ts';
import { countLive } from '../booking-store.ts';
import { askFields, firstAnswers } from './present-ask-form.ts';
import { readSeries } from './read-series.ts';

type Page = HonoContext<ParkingEnvironment>;

const AT = '/parken';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

type Wrong = { typed?: Typed; wrong?: string[]; refusal?: AskRefusal };

const answer = async (
  c: Page,
  setting: ParkingSetting,
  { typed = firstAnswers(setting.clock()), wrong = [], refusal }: Wrong,
): Promise<Response> => {
  const { here, language } = c.var;
  const t = parkingMessages(language);
  const sites = siteMessages(language);
  const at = (path: string) => withPlace(here, localPath(language, path));
  const all = at(`${AT}/orte`);
  const view: AskView = {
    place: here && (here.isPosition ? t.nearPosition(here.label) : t.near(here.label)),
    isPosition: here?.isPosition ?? false,
    refusal: refusal && t.refusals[refusal.refused],
    alternatives:
      here && refusal && isShortage(refusal)
        ? { ...(await alternativesNear(setting, here.point, language)), all }
        : undefined,
    action: at(AT),
    placeAction: localPath(language, AT),
    requestKey: randomUUID(),
    ...askFields(language, typed, new Set(wrong)),
    links: [
      { href: all, label: sites.title },
      ...(c.var.signedIn ? [{ href: localPath(language, `${AT}/meine`), label: t.mine.title }] : []),
      { href: at(`${AT}/teilen`), label: t.share },
      { href: at(`${AT}/preise`), label: priceMessages(language).title },
      { href: at(`${AT}/darf-ich`), label: permitMessages(language).title },
      { href: at(`${AT}/wirkung`), label: forecastMessages(language).title },
    ],
  };
  const isWrong = wrong.length > 0 || refusal !== undefined;
  return c.var.page(
    {
      title: isWrong ? `${t.errorTitle} ${t.title}` : t.title,
      body: <AskPage view={view} t={t} sites={sites} />,
      canonical: localPath(language, AT),
    },
    isWrong ? 422 : 200,
  );
};

/** Who is signed in holds so many promises at once; of others only the network is known. */
const MOST_LIVE = 40;

const mayBook = async (c: Page, setting: ParkingSetting): Promise<boolean> => {
  const { signedIn } = c.var;
  if (signedIn) return (await countLive(setting.database, signedIn.personId)) < MOST_LIVE;
  return !(await guardWriter(setting, 'parking', visitorOf(c, setting.proxies), 'booker'));
};

const ask = async (c: Page, setting: ParkingSetting, here: ParkingHere): Promise<Response> => {
  const { language, signedIn } = c.var;
  const typed = await typedBody(c);
  const read = readSeries(typed, here.point, stateOf(here.ars));
  if ('faults' in read) return answer(c, setting, { typed, wrong: Object.keys(read.faults) });
  const { anfrage = '', andere = '', kennzeichen: plate = '' } = typed;
  const asked = {
    requestKey: UUID.test(anfrage) ? anfrage : randomUUID(),
    label: here.label,
    // Who books for somebody else hands on the link; it is not their own stay.
    personId: andere === '' ? (signedIn?.personId ?? null) : null,
    plate,
    language,
    channel: 'web' as const,
    mayBook: () => mayBook(c, setting),
  };
  const [only, ...others] = read.wishes;
  if (others.length > 0) {
    const { secret, promised, refused } = await askForSeries(
      setting,
      { ...asked, onlyIn: here.ars },
      read.wishes,
    );
    if (promised.length === 0 && refused[0])
      return answer(c, setting, { typed, refusal: { refused: refused[0].why } });
    const query = new URLSearchParams({
      erledigt: 'versprochen',
      ohne: refused.map(({ day }) => day).join(','),
    });
    return c.redirect(localPath(language, `${AT}/serie/${here.ars}/${secret}?${query}`), 303);
  }
  const result = await askAndNote(setting, here.ars, { ...asked, ...only.wish });
  if ('refused' in result) return answer(c, setting, { typed, refusal: result });
  const done = andere === '' ? 'versprochen' : 'weitergeben';
  return c.redirect(
    localPath(language, `${AT}/buchung/${result.booking.ars}/${result.secret}?erledigt=${done}`),
    303,
  );
};

/** Where to, how long: a promise, or why not and where else. */
export const askPages = (setting: ParkingSetting) => {
  const pages = new Hono<ParkingEnvironment>();
  pages.get(AT, (c) => answer(c, setting, {}));
  pages.post(AT, (c) => (c.var.here ? ask(c, setting, c.var.here) : answer(c, setting, {})));
  return pages;
};
