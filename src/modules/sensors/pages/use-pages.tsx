import { Hono, type Context as HonoContext } from 'hono';
import { localPath } from '../../../foundation/i18n/language.ts';
import { withPlace } from '../../../foundation/ui/page.ts';
import { listAlerts } from '../guard/alert-store.ts';
import type { SensorEnvironment, SensorSetting } from '../setting.ts';
import { energyOf } from '../use/energy.ts';
import { trafficOf } from '../use/traffic.ts';
import { listUseStreams, type UseStream } from '../use/use-store.ts';
import { waterOf } from '../use/water.ts';
import { sensorMessages, UsePage, type UseSection, useMessages } from '../web/index.ts';
import { energySections } from './present-energy.ts';
import { alertViews } from './present-guard.ts';
import { trafficSections } from './present-traffic.ts';
import { waterSections } from './present-water.ts';

type Page = HonoContext<SensorEnvironment>;
type Use = 'traffic' | 'water' | 'energy';

const PATHS: Record<Use, string> = {
  traffic: '/sensoren/verkehr',
  water: '/sensoren/wasser',
  energy: '/sensoren/energie',
};
/** A gauge may measure warmth as well, and a building its weather. */
const UNITS: Partial<Record<Use, readonly string[]>> = {
  water: ['cm', 'm', 'mm'],
  energy: ['kWh', 'MWh', 'Wh', 'm³'],
};
const ALERT_DAYS = 7;

/** The ways between the pages, as links in the language of the page. */
export const useWays = ({ language, place }: Page['var']): { href: string; label: string }[] => {
  const t = useMessages(language).ways;
  return (Object.keys(PATHS) as Use[]).map((use) => ({
    href: withPlace(place, localPath(language, PATHS[use])),
    label: t[use],
  }));
};

const sectionsOf = async (
  { language }: Page['var'],
  setting: SensorSetting,
  use: Use,
  { ars, id, unit }: UseStream,
): Promise<UseSection[]> => {
  const key = { ars, datastream: id };
  if (use === 'traffic') return trafficSections(language, await trafficOf(setting, key));
  if (use === 'water') return waterSections(language, await waterOf(setting, key), unit);
  return energySections(language, await energyOf(setting, key), unit);
};

const labelOf = ({ thingName, name }: UseStream): string =>
  thingName === name ? thingName : `${thingName}: ${name}`;

const answer = async (c: Page, setting: SensorSetting, use: Use): Promise<Response> => {
  const { language, here, place } = c.var;
  const [t, u] = [sensorMessages(language), useMessages(language)];
  const all = await listUseStreams(setting.database, { ars: here?.ars, kind: use });
  const streams = all.filter(({ unit }) => UNITS[use]?.includes(unit) ?? true);
  const asked = Number(c.req.query('reihe'));
  const chosen = streams.find(({ id }) => id === asked) ?? streams[0];
  const since = new Date(setting.clock().getTime() - ALERT_DAYS * 86_400_000);
  const alerts =
    use === 'water' && chosen
      ? await listAlerts(setting.database, { thing: chosen.thing, since })
      : undefined;
  const view = {
    title: u[use].title,
    lead: u[use].lead,
    ways: [
      ...useWays(c.var),
      { href: withPlace(place, localPath(language, '/sensoren')), label: u.ways.all },
    ],
    none: chosen ? undefined : u[use].none,
    picker:
      streams.length > 1
        ? {
            action: localPath(language, PATHS[use]),
            hidden: here?.parameters ?? {},
            label: u.choose.show,
            field: {
              name: 'reihe',
              control: 'select' as const,
              label: u.choose[use],
              value: String(chosen?.id ?? ''),
              choices: streams.map((stream) => ({ value: String(stream.id), label: labelOf(stream) })),
            },
          }
        : undefined,
    name: chosen && labelOf(chosen),
    isInvented: chosen?.demonstration ?? false,
    alerts: alerts && alertViews(language, alerts),
    sections: chosen ? await sectionsOf(c.var, setting, use, chosen) : [],
    source: u.source(chosen?.attribution ?? ''),
  };
  return c.var.page({
    title: view.title,
    body: <UsePage view={view} t={t} />,
    canonical: localPath(language, PATHS[use]),
    crumbs: [{ label: t.title, href: localPath(language, '/sensoren') }],
    isIndexed: !view.isInvented,
  });
};

/** What sensors say about traffic, water and energy. */
export const sensorUsePages = (setting: SensorSetting) => {
  const pages = new Hono<SensorEnvironment>();
  for (const use of Object.keys(PATHS) as Use[]) pages.get(PATHS[use], (c) => answer(c, setting, use));
  return pages;
};
