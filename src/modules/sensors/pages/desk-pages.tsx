import { typedBody } from '../../../foundation/http/typed-body.ts';
import { UUID } from '../../../foundation/http/uuid-in-path.ts';
import { formatDate } from '../../../foundation/i18n/format.ts';
import { localPath } from '../../../foundation/i18n/language.ts';
import { revisionIn, textIn } from '../../../foundation/text/typed-text.ts';
import type { FieldView } from '../../../foundation/ui/Control.tsx';
import { type DeskPage, deskPath, unitDeskPages } from '../../accounts/index.ts';
import { type PlaceBudget, thingKinds } from '../contract.ts';
import { listFindings } from '../guard/guard-store.ts';
import { endKey, makeKey } from '../keys/keep-keys.ts';
import { listKeys } from '../keys/key-store.ts';
import { handleObjection } from '../objections/object.ts';
import { listObjections } from '../objections/objection-store.ts';
import type { SensorSetting } from '../setting.ts';
import { newSensorFields, type SensorFaults, type SensorField, sensorFields } from '../things/read-typed.ts';
import { noBudget } from '../things/thing.ts';
import { findThing } from '../things/thing-store.ts';
import { changeSensor, enterSensor } from '../things/write-sensor.ts';
import { SensorDeskPage, SensorEditPage, sensorMessages } from '../web/index.ts';
import { findingViews } from './present-guard.ts';
import { SENSORS_AT } from './public-pages.tsx';
import { listShownStreams, listShownThings } from './shown-store.ts';

const at = (c: DeskPage, path = ''): string =>
  localPath(c.var.language, deskPath(c.var.acting, `${SENSORS_AT}${path}`));

type Tried = { typed: Record<string, string>; faults: SensorFaults };

const AREAS: readonly SensorField[] = ['description', 'purpose'];
const NUMBERS: readonly SensorField[] = ['lat', 'lon', 'keptDays', 'expected'];

const fieldsOf = (
  c: DeskPage,
  names: readonly SensorField[],
  values: Record<string, string>,
  faults: SensorFaults = {},
): FieldView[] => {
  const t = sensorMessages(c.var.language);
  const s = t.desk;
  return names.map((name) => {
    const fault = faults[name];
    return {
      name,
      control: name === 'kind' ? 'select' : AREAS.includes(name) ? 'area' : 'line',
      label: s.fields[name],
      value: values[name] ?? '',
      ...(fault && { error: s.faults[fault] }),
      ...(name === 'kind' && { choices: thingKinds.map((value) => ({ value, label: t.kinds[value] })) }),
      ...(name === 'dpiaLink' && { hint: s.fields.dpiaHint }),
      ...(name === 'stream' && { hint: s.fields.streamHint }),
      ...(name === 'dpiaApprovedOn' && { isDay: true }),
      ...(NUMBERS.includes(name) && { inputMode: 'decimal' as const }),
    };
  });
};

const typedOf = ({
  name,
  description,
  budget,
}: {
  name: string;
  description: string;
  budget: PlaceBudget;
}) => ({
  name,
  description,
  ...Object.fromEntries(Object.entries(budget).map(([key, value]) => [key, value ?? ''])),
});

type More = { tried?: Tried; newKey?: string; keyFault?: boolean };

const answerDesk = async (
  c: DeskPage,
  setting: SensorSetting,
  { tried, newKey, keyFault }: More = {},
): Promise<Response> => {
  const { language, acting } = c.var;
  const { ars } = acting.organisation;
  const t = sensorMessages(language);
  const { keys } = t.desk;
  const [things, stored, received] = [
    await listShownThings(setting.database, { ars, kind: undefined }),
    await listKeys(setting.database, ars),
    await listObjections(setting.database, ars),
  ];
  const blank = { ...typedOf({ name: '', description: '', budget: noBudget }), kind: '' };
  const view = {
    done: c.req.query('erledigt') === 'gespeichert' ? t.desk.saved : undefined,
    newKey,
    findings: findingViews(language, await listFindings(setting.database, ars)),
    things: things.map(({ id, name, kind }) => ({ href: at(c, `/${id}`), title: name, note: t.kinds[kind] })),
    form: {
      action: at(c),
      revision: '',
      fields: fieldsOf(c, [...sensorFields, ...newSensorFields], tried?.typed ?? blank, tried?.faults),
    },
    keys: stored.map(({ id, name, lastUsedOn, withdrawnAt }) => ({
      id,
      name,
      note: withdrawnAt ? keys.ended : lastUsedOn ? keys.used(formatDate(language, lastUsedOn)) : keys.unused,
      end: withdrawnAt ? undefined : at(c, `/schluessel/${id}/beenden`),
    })),
    keyForm: {
      action: at(c, '/schluessel'),
      field: {
        name: 'schluesselname',
        control: 'line' as const,
        label: keys.name,
        value: '',
        ...(keyFault && { error: t.desk.faults.missing }),
      },
    },
    objections: received.map(({ id, thing, text, contact, madeAt, handledAt }) => ({
      id,
      thing,
      text,
      contact,
      on: formatDate(language, madeAt),
      action: handledAt ? undefined : at(c, `/widersprueche/${id}`),
    })),
  };
  return c.var.page(
    { title: t.desk.title, body: <SensorDeskPage view={view} t={t} /> },
    tried || keyFault ? 422 : 200,
  );
};

const idOf = (c: DeskPage): number => Number(c.req.param('number'));

const answerEdit = async (
  c: DeskPage,
  { database }: SensorSetting,
  { tried, isMeanwhile = false }: { tried?: Tried; isMeanwhile?: boolean } = {},
): Promise<Response> => {
  const { language, acting } = c.var;
  const stored = await findThing(database, acting.organisation.ars, idOf(c));
  if (!stored) return c.notFound();
  const t = sensorMessages(language);
  const view = {
    title: stored.name,
    refusal: isMeanwhile ? t.desk.meanwhile : undefined,
    list: at(c),
    streams: (await listShownStreams(database, acting.organisation.ars, stored.id)).map(
      ({ id, name, unit }) => ({
        href: at(c, `/reihen/${id}`),
        title: name,
        note: unit,
      }),
    ),
    public: localPath(language, `${SENSORS_AT}/${stored.id}`),
    form: {
      action: at(c, `/${stored.id}`),
      revision: String(stored.revision),
      fields: fieldsOf(c, sensorFields, tried?.typed ?? typedOf(stored), tried?.faults),
    },
  };
  return c.var.page(
    { title: stored.name, body: <SensorEditPage view={view} t={t} /> },
    tried || isMeanwhile ? 422 : 200,
  );
};

const saved = (c: DeskPage): Response => c.redirect(`${at(c)}?erledigt=gespeichert`, 303);

const enter = async (c: DeskPage, setting: SensorSetting): Promise<Response> => {
  const typed = await typedBody(c);
  const done = await enterSensor(setting, c.var.acting, typed);
  return 'faults' in done ? answerDesk(c, setting, { tried: { typed, faults: done.faults } }) : saved(c);
};

const change = async (c: DeskPage, setting: SensorSetting): Promise<Response> => {
  const typed = await typedBody(c);
  const done = await changeSensor(setting, c.var.acting, { id: idOf(c), revision: revisionIn(typed), typed });
  if ('faults' in done) return answerEdit(c, setting, { tried: { typed, faults: done.faults } });
  if ('refused' in done)
    return done.refused === 'unknown' ? c.notFound() : answerEdit(c, setting, { isMeanwhile: true });
  return saved(c);
};

const LONGEST_NAME = 120;

/** The key stands in this one answer, and no browser keeps it. */
const make = async (c: DeskPage, setting: SensorSetting): Promise<Response> => {
  const name = textIn(await typedBody(c), 'schluesselname').slice(0, LONGEST_NAME);
  if (name === '') return answerDesk(c, setting, { keyFault: true });
  const newKey = await makeKey(setting, c.var.acting, name);
  c.header('cache-control', 'no-store');
  return answerDesk(c, setting, { newKey });
};

/** What measures in the own town: purpose, keys, objections. */
export const sensorDeskPages = (setting: SensorSetting) =>
  unitDeskPages(SENSORS_AT, [
    ['GET', '', 'edit-sensors', (c) => answerDesk(c, setting)],
    ['POST', '', 'edit-sensors', (c) => enter(c, setting)],
    ['POST', '/schluessel', 'edit-sensors', (c) => make(c, setting)],
    [
      'POST',
      `/schluessel/:key{${UUID}}/beenden`,
      'edit-sensors',
      async (c) =>
        (await endKey(setting, c.var.acting, c.req.param('key') ?? '')) ? saved(c) : c.notFound(),
    ],
    [
      'POST',
      `/widersprueche/:objection{${UUID}}`,
      'edit-sensors',
      async (c) =>
        (await handleObjection(setting, c.var.acting, c.req.param('objection') ?? ''))
          ? saved(c)
          : c.notFound(),
    ],
    ['GET', '/:number{[0-9]{1,15}}', 'edit-sensors', (c) => answerEdit(c, setting)],
    ['POST', '/:number{[0-9]{1,15}}', 'edit-sensors', (c) => change(c, setting)],
  ]);
