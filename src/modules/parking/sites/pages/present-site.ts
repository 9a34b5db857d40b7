import { formatDistance, formatNumber } from '../../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../../foundation/i18n/language.ts';
import { openingState } from '../../../../foundation/time/opening-state.ts';
import type { SiteCard, SiteMessages } from '../../web/index.ts';
import { countState, minutesSince } from '../parking-site.ts';
import { occupancyAt, type StoredSite } from '../stored-site.ts';

type Setting = { language: Language; t: SiteMessages; now: Date };

/** The page of one site; without the language. */
export const sitePath = ({ ars, id }: { ars: string; id: string }): string => `/parken/orte/${ars}/${id}`;

const LONGEST_FEE = 200;
/** Yesterday's count helps nobody who looks today. */ const DAY_MINUTES = 24 * 60;

/** How full it is, in words; what is not known is said. */
const stateOf = (site: StoredSite, { language, t, now }: Setting): SiteCard['state'] => {
  const occupancy = occupancyAt(site);
  const free = formatNumber(language, Math.max(0, occupancy?.free ?? 0));
  const minutes = occupancy?.at ? Math.max(0, minutesSince(occupancy.at, now)) : 0;
  const readMinutes = site.count_read_at ? Math.max(0, minutesSince(site.count_read_at, now)) : undefined;
  switch (countState(occupancy, now)) {
    case 'fresh':
      return { tone: 'open', text: t.states.fresh(free, minutes) };
    case 'full':
      return { tone: 'closed', text: t.states.full(minutes) };
    case 'stale':
      return {
        tone: 'unknown',
        text: minutes > DAY_MINUTES ? t.states.lost(minutes) : t.states.stale(free, minutes),
      };
    case 'forecast':
      return { tone: 'unknown', text: t.states.forecast(free) };
    case 'undated':
      return { tone: 'unknown', text: t.states.undated(free, readMinutes) };
    case 'implausible':
      return { tone: 'unknown', text: t.states.implausible };
    default:
      return { tone: 'unknown', text: t.states.unknown };
  }
};

const openText = (site: StoredSite, { t, now }: Setting): string | undefined => {
  if (site.opening_hours === null) return undefined;
  if (site.opening_hours === '24/7') return t.always;
  const { kind } = openingState(site.opening_hours, site.ars.slice(0, 2), now);
  return kind === 'unknown' ? undefined : t[kind];
};

const spacesText = (
  { capacity, capacity_for: { disabled } }: StoredSite,
  { language, t }: Setting,
): string[] => {
  const all = capacity === null ? [] : [t.spaces(formatNumber(language, capacity))];
  if (disabled === undefined) return all;
  return [...all, disabled === capacity ? t.onlyDisabled : t.disabled(formatNumber(language, disabled))];
};

export const cardOf = (site: StoredSite & { metres?: number }, setting: Setting): SiteCard => {
  const { language, t } = setting;
  const facts = [
    t.kinds[site.kind],
    site.metres === undefined ? undefined : formatDistance(language, site.metres),
    ...spacesText(site, setting),
    site.is_free === null ? undefined : site.is_free ? t.isFree : t.hasFee,
    site.height_cm === null ? undefined : t.height(formatNumber(language, site.height_cm / 100)),
    site.max_stay_minutes === null ? undefined : t.stay(site.max_stay_minutes),
    openText(site, setting),
    site.address ?? undefined,
  ];
  return {
    id: site.id,
    name: site.name,
    href: site.url ?? undefined,
    state: stateOf(site, setting),
    facts: facts.filter((fact) => fact !== undefined),
    fee: site.fee_text?.slice(0, LONGEST_FEE),
    isDemonstration: site.demonstration,
    course:
      site.free === null ? undefined : { label: t.course.way, href: localPath(language, sitePath(site)) },
  };
};
