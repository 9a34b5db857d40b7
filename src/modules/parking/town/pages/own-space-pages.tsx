import { randomUUID } from 'node:crypto';
import { type Typed, typedBody } from '../../../../foundation/http/typed-body.ts';
import { formatEuro } from '../../../../foundation/i18n/format.ts';
import { permit, recordAct } from '../../../accounts/index.ts';
import type { ParkingSetting } from '../../setting.ts';
import { spaceWays } from '../../spaces/pages/one-space-pages.tsx';
import { doneNote, factsText } from '../../spaces/pages/present-space.ts';
import { firstSpace, idOf, spaceGroups } from '../../spaces/pages/present-space-form.ts';
import { findPool, findTownAsHost, listPoolsOfHost } from '../../spaces/pool-store.ts';
import { readSpace, type SpaceFaults } from '../../spaces/read-space.ts';
import { addTownSpace } from '../../spaces/share-space.ts';
import { SpaceFormPage, SpacesPage, type SpacesView, spaceMessages, townMessages } from '../../web/index.ts';
import { capAt } from '../../zones/zone.ts';
import { listZones } from '../../zones/zone-store.ts';
import { DESK, type DeskPage, deskAt, townDeskPages, townOf } from './desk-of-town.ts';

const AT = '/parken/plaetze';

const list = async (c: DeskPage, { database }: ParkingSetting, ars: string): Promise<Response> => {
  const { language } = c.var;
  const t = spaceMessages(language);
  const words = townMessages(language).own;
  const host = await findTownAsHost(database, ars);
  const pools = host ? await listPoolsOfHost(database, ars, host.id) : [];
  const view: SpacesView = {
    note: doneNote(c),
    title: words.title,
    lead: words.lead,
    spaces: pools.map((pool) => ({
      id: pool.id,
      name: pool.facts.name,
      href: deskAt(c, `${AT}/${pool.id}`),
      state: t.states[pool.state],
      facts: factsText(language, pool),
    })),
    next: { href: deskAt(c, `${AT}/neu`), label: words.add },
  };
  return c.var.page({ title: view.title, body: <SpacesPage view={view} t={t} />, isIndexed: false });
};

type Wrong = { typed?: Typed; faults?: SpaceFaults; error?: string };

const form = async (
  c: DeskPage,
  { database, places, mapTiles }: ParkingSetting,
  ars: string,
  { typed, faults = {}, error }: Wrong = {},
): Promise<Response> => {
  const { language } = c.var;
  const t = spaceMessages(language);
  const words = townMessages(language).own;
  const point = places.get(ars)?.point;
  const known = point ? { ...firstSpace, lon: String(point.lon), lat: String(point.lat) } : firstSpace;
  const cap = point ? t.cap(formatEuro(language, capAt(await listZones(database, ars), point))) : '';
  const groups = spaceGroups(t, { typed: typed ?? known, faults, cap, isTown: true });
  const view = {
    note: error === undefined ? undefined : { kind: 'danger' as const, title: error },
    requestKey: randomUUID(),
    title: words.add,
    action: deskAt(c, `${AT}/neu`),
    button: t.button,
    draw: point ? { ...point, tiles: mapTiles, ...t.draw } : undefined,
    groups: [
      ...groups,
      {
        legend: words.permit,
        fields: [
          {
            name: 'geprueft',
            control: 'tick' as const,
            label: words.checked,
            value: typed?.geprueft ?? '',
            error: faults.geprueft && t.faults[faults.geprueft],
          },
        ],
      },
    ],
  };
  const isWrong = typed !== undefined;
  return c.var.page(
    {
      title: isWrong ? `${t.errorTitle} ${view.title}` : view.title,
      body: <SpaceFormPage view={view} t={t} />,
      isIndexed: false,
      hasMap: true,
    },
    isWrong ? 422 : 200,
  );
};

const add = async (c: DeskPage, setting: ParkingSetting, ars: string): Promise<Response> => {
  const typed = await typedBody(c);
  const zones = await listZones(setting.database, ars);
  const read = readSpace(typed, (point) => capAt(zones, point), 'municipal');
  const faults: SpaceFaults = {
    ...('faults' in read && read.faults),
    ...((typed.geprueft ?? '') === '' && { geprueft: 'missing' as const }),
  };
  if ('faults' in read || Object.keys(faults).length > 0) return form(c, setting, ars, { typed, faults });
  const located = setting.places.byPoint(read.facts.point);
  if (located.kind !== 'inside' || located.municipality.ars !== ars)
    return form(c, setting, ars, { typed, error: townMessages(c.var.language).own.outside });
  const { id } = await addTownSpace(setting, ars, { ...read, id: idOf(typed, setting) });
  await recordAct(setting, c.var.acting, { act: 'save-parking-space', record: { type: 'parking', id } });
  return c.redirect(deskAt(c, `${AT}/${id}?erledigt=angelegt`), 303);
};

/** The town's own car parks, shared in the evening or at the weekend: entered at the desk, kept like any host's. */
export const ownSpacePages = (setting: ParkingSetting) => {
  const pages = townDeskPages(setting, [
    ['GET', AT, 'manage-parking', list],
    ['GET', `${AT}/neu`, 'manage-parking', form],
    ['POST', `${AT}/neu`, 'manage-parking', add],
  ]);
  for (const { method, path, answer } of spaceWays)
    pages.on(method, `${DESK}${AT}/:id{[0-9a-f-]{36}}${path}`, permit('manage-parking'), async (c) => {
      const ars = townOf(c);
      const { id = '' } = c.req.param();
      const pool = ars === undefined ? undefined : await findPool(setting.database, ars, id);
      const host = pool && (await findTownAsHost(setting.database, pool.ars));
      // What residents and firms share is theirs.
      if (!pool || pool.hostId !== host?.id) return c.notFound();
      return answer(c, setting, { pool, at: deskAt(c, `${AT}/${id}`), back: deskAt(c, AT), isTown: true });
    });
  return pages;
};
