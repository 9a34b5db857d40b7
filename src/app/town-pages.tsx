import { Hono } from 'hono';
import { formatNumber } from '../foundation/i18n/format.ts';
import { localPath } from '../foundation/i18n/language.ts';
import { berlinDay, dayInterval } from '../foundation/time/zone.ts';
import {
  displayName,
  keyOfSlug,
  type Municipality,
  type PlaceIndex,
  slugOf,
} from '../modules/municipalities/index.ts';
import { townOffers } from '../modules/offers/index.ts';
import { offerMessages } from '../modules/offers/web/index.ts';
import type { SiteVariables } from './frame.tsx';
import { hereAt } from './here.ts';
import type { Platform } from './platform.ts';
import { type TownCards, townView } from './town-view.ts';
import { appMessages } from './web/messages.ts';
import { TownPage } from './web/TownPage.tsx';
import { TownsPage } from './web/TownsPage.tsx';

const NOTHING: TownCards = { today: [], open: [], newest: [], counts: [] };

/** `/ort/…` for every unit of the register, and `/orte` to get there. */
export const townPages = (platform: Platform, places: PlaceIndex) => {
  const pages = new Hono<{ Variables: SiteVariables }>();

  const cardsOf = async (unit: Municipality, language: SiteVariables['language']): Promise<TownCards> => {
    if (unit.level !== 'municipality' || !unit.point) return NOTHING;
    const now = platform.clock();
    const { counts, ...cards } = await townOffers(platform.database, {
      here: hereAt(unit, unit.point),
      now,
      today: dayInterval(berlinDay(now)),
      language,
    });
    return {
      ...cards,
      counts: counts.map(({ label, count }) => ({ label, count: formatNumber(language, count) })),
    };
  };

  pages.get('/ort/:slug', async (c, next) => {
    const key = keyOfSlug(c.req.param('slug'));
    const answer = key ? places.byAgs(key) : { kind: 'unknown' as const };
    if (answer.kind === 'unknown') return next();
    const { language } = c.var;
    const unit = answer.kind === 'current' ? answer.municipality : answer.successors[0];
    // One address for each unit: an old name in the address leads to the right one; an old key stays, with its note.
    if (answer.kind === 'current' && c.req.param('slug') !== slugOf(unit))
      return c.redirect(localPath(language, `/ort/${slugOf(unit)}`), 301);
    const t = appMessages(language);
    const notes = answer.kind === 'succeeded' ? [answer.note[language]] : [];
    const view = townView(unit, notes, await cardsOf(unit, language), { places, language, t });
    return c.var.page({
      title: unit.level === 'municipality' ? t.town.title(displayName(unit)) : displayName(unit),
      body: <TownPage view={view} t={t} offers={offerMessages(language)} />,
      crumbs: [{ label: t.ways.towns, href: localPath(language, '/orte') }],
      canonical: localPath(language, `/ort/${slugOf(unit)}`),
    });
  });

  pages.get('/orte', (c) => {
    const { language } = c.var;
    const t = appMessages(language);
    const states = places.units.filter(({ level }) => level === 'state');
    const districts = places.units.filter(({ level }) => level === 'district').length;
    const links = states.map((state) => ({
      label: displayName(state),
      href: localPath(language, `/ort/${slugOf(state)}`),
    }));
    const counts = t.towns.count(
      formatNumber(language, places.municipalities.length),
      formatNumber(language, districts),
    );
    return c.var.page({
      title: t.towns.title,
      body: <TownsPage states={links} counts={counts} language={language} t={t} />,
    });
  });

  return pages;
};
