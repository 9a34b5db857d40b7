import type { Context } from '../../../../foundation/database/context.ts';
import type { LonLat } from '../../../../foundation/geo/point.ts';
import type { Language } from '../../../../foundation/i18n/language.ts';
import { type SiteCard, siteMessages } from '../../web/index.ts';
import { countState } from '../parking-site.ts';
import { listSitesNear } from '../site-store.ts';
import { occupancyAt } from '../stored-site.ts';
import { cardOf } from './present-site.ts';

const WITHIN_METRES = 1_500;
const CANDIDATES = 20;
const SHOWN = 3;

export type Alternatives = { cards: SiteCard[]; sources: string[] };

/**
 * Public car parks for who is promised nothing: those with free spaces counted within the hour first, then those that are
 * not counted; what is full right now is left out.
 */
export const alternativesNear = async (
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  around: LonLat,
  language: Language,
): Promise<Alternatives> => {
  const now = clock();
  const t = siteMessages(language);
  const near = await listSitesNear(database, {
    around,
    radiusMetres: WITHIN_METRES,
    purpose: 'car',
    counted: false,
    offset: 0,
    limit: CANDIDATES,
  });
  const known = near.map((site) => ({ site, state: countState(occupancyAt(site), now) }));
  const sites = known
    .filter(({ state }) => state !== 'full')
    .toSorted(
      (a, b) => Number(b.state === 'fresh') - Number(a.state === 'fresh') || a.site.metres - b.site.metres,
    )
    .slice(0, SHOWN)
    .map(({ site }) => site);
  return {
    cards: sites.map((site) => cardOf(site, { language, t, now })),
    sources: [...new Set(sites.map(({ attribution, licence }) => t.source(attribution, licence)))],
  };
};
