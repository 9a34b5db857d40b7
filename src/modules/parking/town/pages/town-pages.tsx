import { type Typed, typedBody } from '../../../../foundation/http/typed-body.ts';
import { formatEuro, formatNumber, formatTime } from '../../../../foundation/i18n/format.ts';
import { addDays, berlinDay } from '../../../../foundation/time/zone.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { may, recordAct } from '../../../accounts/index.ts';

import { hashOfPlate } from '../../bookings/secret.ts';
import { deskMoneyPages } from '../../money/pages/desk-money-pages.tsx';
import type { ParkingSetting } from '../../setting.ts';
import { sourceDeskPages } from '../../sites/pages/source-desk-pages.tsx';
import { instantOf, SLOTS_A_DAY, slotAt } from '../../slot.ts';
import {
  CheckPage,
  moneyMessages,
  phoneMessages,
  pilotMessages,
  sourceMessages,
  spaceMessages,
  TownPage,
  type TownView,
  townMessages,
} from '../../web/index.ts';
import { readZone, type ZoneFault } from '../../zones/read-zone.ts';
import { HIGHEST_CENTS_PER_HOUR } from '../../zones/zone.ts';
import { type CountedZone, deleteZone, listZones, saveZone } from '../../zones/zone-store.ts';
import { findByPlate, listRefusals, type Spread, spreadOfEarnings, sumStock, sumUse } from '../day-store.ts';
import { type DayFigures, FEWEST, figuresOf } from '../figures.ts';
import { type DeskPage, deskAt, townDeskPages } from './desk-of-town.ts';
import { ownSpacePages } from './own-space-pages.tsx';
import { phonePages } from './phone-pages.tsx';
import { restDayPages } from './rest-day-pages.tsx';

type Page = DeskPage;

const AT = '/parken';
const DAYS = 30;

const factsOf = (c: Page, figures: DayFigures): TownView['facts'] => {
  const { language } = c.var;
  const t = townMessages(language);
  const number = (value: number, digits = 0) => formatNumber(language, Number(value.toFixed(digits)));
  const counts = (['promised', 'left', 'noShow', 'cancelled', 'failed'] as const).map((key) => ({
    label: t.figures[key],
    value: number(figures[key]),
  }));
  const { meanWalkMetres, meanHours, failureRate } = figures;
  return [
    ...counts,
    { label: t.figures.cents, value: formatEuro(language, figures.cents) },
    ...(meanWalkMetres === undefined
      ? []
      : [{ label: t.figures.walk, value: t.metres(number(meanWalkMetres)) }]),
    ...(meanHours === undefined ? [] : [{ label: t.figures.hours, value: t.hours(number(meanHours, 1)) }]),
    ...(failureRate === undefined
      ? []
      : [{ label: t.figures.failure, value: t.percent(number(failureRate * 100, 1)) }]),
  ];
};

/** From ten hosts on: below, a quarter would tell of somebody. */
const spreadOf = (c: Page, spread: Spread | undefined): TownView['facts'] => {
  if (!spread || spread.hosts < FEWEST) return [];
  const { language } = c.var;
  const t = townMessages(language);
  const sum = (cents: number) => formatEuro(language, cents);
  return [
    { label: t.figures.spread, value: t.spread(sum(spread.low), sum(spread.middle), sum(spread.high)) },
  ];
};

const zoneFields = (c: Page, typed: Typed, faults: Record<string, ZoneFault>): FieldView[] => {
  const t = townMessages(c.var.language);
  const field = (
    name: keyof typeof t.zoneFields,
    control: FieldView['control'],
    more: Partial<FieldView> = {},
  ): FieldView => {
    const fault = faults[name];
    return {
      name,
      control,
      label: t.zoneFields[name],
      value: typed[name] ?? '',
      error: fault && t.zoneFaults[fault],
      ...more,
    };
  };
  return [
    field('name', 'line'),
    field('deckel', 'line', { inputMode: 'decimal' }),
    field('erwuenscht', 'tick'),
    field('beschluss', 'line'),
    field('mindestens', 'line', { inputMode: 'numeric', hint: t.mindestensHint }),
    field('umriss', 'area', { hint: t.umrissHint }),
  ];
};

/** Whether an area reaches its floor: said from ten wishes on. */
const floorTexts = (c: Page, { floorPercent, floor: { asked, served } }: CountedZone): string[] => {
  if (floorPercent === 0) return [];
  const { language } = c.var;
  const t = townMessages(language);
  const number = (value: number) => formatNumber(language, value);
  const reached =
    asked < FEWEST ? t.floorUnknown : t.floorReached(number(Math.round((100 * served) / asked)));
  return [t.floor(number(floorPercent), reached)];
};

const answerTown = async (
  c: Page,
  { database, clock, places, mapTiles }: ParkingSetting,
  ars: string,
  wrong: { typed: Typed; faults: Record<string, ZoneFault> } = { typed: {}, faults: {} },
): Promise<Response> => {
  const { language, acting } = c.var;
  const t = townMessages(language);
  const now = clock();
  const since = slotAt(now) - DAYS * SLOTS_A_DAY;
  const use = await sumUse(database, ars, since);
  const refusals = await listRefusals(database, ars, addDays(berlinDay(now), -DAYS));
  const point = places.get(ars)?.point ?? undefined;
  const number = (value: number) => formatNumber(language, value);
  const sum = (cents: number) => formatEuro(language, cents);
  const view: TownView = {
    lead: t.lead(number(DAYS)),
    isDone: c.req.query('erledigt') !== undefined,
    facts: [...factsOf(c, figuresOf(use)), ...spreadOf(c, await spreadOfEarnings(database, ars, since))],
    stock: (await sumStock(database, ars)).map(({ kind, pools, spaces }) => ({
      kind: spaceMessages(language).kinds[kind as 'firm'] ?? kind,
      pools: number(pools),
      spaces: number(spaces),
    })),
    refusals: refusals.map(({ hour, reason, zone, count }) => ({
      key: `${hour} ${reason} ${zone}`,
      zone,
      hour: t.hour(String(hour)),
      reason: t.reasons[reason as keyof typeof t.reasons] ?? reason,
      count: count < FEWEST ? t.few(number(FEWEST)) : number(count),
    })),
    zones: (await listZones(database, ars)).map((zone) => ({
      key: zone.id,
      text: [
        t.zone(zone.name, sum(zone.highestCentsPerHour)),
        ...(zone.isSharingWanted ? [t.wanted(zone.resolution)] : []),
        ...floorTexts(c, zone),
      ].join(', '),
    })),
    noZones: t.noZones(sum(HIGHEST_CENTS_PER_HOUR)),
    zoneFields: may(acting, 'manage-parking') ? zoneFields(c, wrong.typed, wrong.faults) : [],
    draw: point && { ...point, tiles: mapTiles, ...t.draw },
    action: deskAt(c, AT),
    removeAction: may(acting, 'manage-parking') ? deskAt(c, `${AT}/gebiet-weg`) : undefined,
    links: (
      [
        ['book-parking', 'buchen', phoneMessages(language).title],
        ['manage-parking', 'plaetze', t.own.title],
        ['manage-parking', 'feiertage', t.rest.title],
        ['manage-parking', 'quellen', sourceMessages(language).title],
        ['manage-parking', 'wirkung', pilotMessages(language).title],
        ['manage-parking', 'geld', moneyMessages(language).desk.link],
        ['check-plates', 'pruefen', t.check],
      ] as const
    ).flatMap(([permission, path, label]) =>
      may(acting, permission) ? [{ href: deskAt(c, `${AT}/${path}`), label }] : [],
    ),
  };
  const isWrong = Object.keys(wrong.faults).length > 0;
  const title = isWrong ? `${t.errorTitle} ${t.title}` : t.title;
  return c.var.page(
    { title, body: <TownPage view={view} t={t} />, isIndexed: false, hasMap: true },
    isWrong ? 422 : 200,
  );
};

const remove = async (c: Page, setting: ParkingSetting, ars: string): Promise<Response> => {
  const { gebiet: id = '' } = await typedBody(c);
  if (/^[0-9a-f-]{36}$/.test(id))
    await setting.database.transaction().execute(async (database) => {
      if (!(await deleteZone(database, { ars, id }))) return;
      const record = { type: 'parking-zone', id } as const;
      await recordAct({ ...setting, database }, c.var.acting, { act: 'delete-parking-zone', record });
    });
  return c.redirect(deskAt(c, `${AT}?erledigt=1`), 303);
};

const save = async (c: Page, setting: ParkingSetting, ars: string): Promise<Response> => {
  const typed = await typedBody(c);
  const read = readZone(typed);
  if ('faults' in read) return answerTown(c, setting, ars, { typed, faults: read.faults });
  const id = setting.newId();
  await setting.database.transaction().execute(async (database) => {
    await saveZone(database, { ...read.zone, ars, id, isDemonstration: false }, setting.clock());
    const record = { type: 'parking-zone', id } as const;
    await recordAct({ ...setting, database }, c.var.acting, { act: 'save-parking-zone', record });
  });
  return c.redirect(deskAt(c, `${AT}?erledigt=1`), 303);
};

const check = async (c: Page, setting: ParkingSetting, ars: string): Promise<Response> => {
  const { language, acting } = c.var;
  const t = townMessages(language);
  const { kennzeichen: plate = '' } = c.req.method === 'POST' ? await typedBody(c) : {};
  const plateHash = hashOfPlate(setting.secret(), ars, plate);
  const slot = slotAt(setting.clock());
  const found = plateHash === null ? [] : await findByPlate(setting.database, { ars, plateHash, slot });
  // That somebody looked stands in the log; whose car it was does not.
  if (plateHash !== null)
    await recordAct(setting, acting, {
      act: 'check-plate',
      record: { type: 'parking', id: setting.newId() },
    });
  const lines = found.map(({ pool, unit, until }) =>
    t.where(
      pool,
      unit === null ? '' : t.unit(formatNumber(language, unit)),
      formatTime(language, instantOf(until)),
    ),
  );
  const answer = plateHash === null ? undefined : { isAllowed: found.length > 0, lines };
  const view = { action: deskAt(c, `${AT}/pruefen`), plate, answer };
  return c.var.page({ title: t.check, body: <CheckPage view={view} t={t} />, isIndexed: false });
};

/** The town's side of parking: figures without persons, caps by area, and the wardens' question. */
export const townPages = (setting: ParkingSetting) => {
  const pages = townDeskPages(setting, [
    ['GET', AT, 'see-parking', answerTown],
    ['POST', AT, 'manage-parking', save],
    ['POST', `${AT}/gebiet-weg`, 'manage-parking', remove],
    ['GET', `${AT}/pruefen`, 'check-plates', check],
    ['POST', `${AT}/pruefen`, 'check-plates', check],
  ]);
  for (const part of [phonePages, ownSpacePages, sourceDeskPages, restDayPages, deskMoneyPages])
    pages.route('/', part(setting));
  return pages;
};
