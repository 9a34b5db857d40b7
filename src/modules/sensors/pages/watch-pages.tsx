import { typedBody } from '../../../foundation/http/typed-body.ts';
import { UUID } from '../../../foundation/http/uuid-in-path.ts';
import { formatNumber } from '../../../foundation/i18n/format.ts';
import { localPath } from '../../../foundation/i18n/language.ts';
import { textIn } from '../../../foundation/text/typed-text.ts';
import { isDay } from '../../../foundation/time/zone.ts';
import type { FieldView } from '../../../foundation/ui/Control.tsx';
import { type DeskPage, deskPath, recordAct, unitDeskPages } from '../../accounts/index.ts';
import { deleteThreshold, insertThreshold, listThresholds } from '../guard/alert-store.ts';
import { findWatched, saveRule, type WatchedStream } from '../guard/guard-store.ts';
import { readRule, readThreshold } from '../guard/read-watch.ts';
import { listSeries } from '../observations/series.ts';
import type { SensorSetting } from '../setting.ts';
import { findSaving, saveSaving } from '../use/saving-store.ts';
import { sensorMessages, WatchPage } from '../web/index.ts';
import { SENSORS_AT } from './public-pages.tsx';

const STREAM_AT = `${SENSORS_AT}/reihen`;

const keyOf = (c: DeskPage) => ({
  ars: c.var.acting.organisation.ars,
  datastream: Number(c.req.param('number')),
});

const at = (c: DeskPage, path = ''): string =>
  localPath(c.var.language, deskPath(c.var.acting, `${STREAM_AT}/${c.req.param('number')}${path}`));

const RULE = ['silentAfter', 'frozenAfter', 'lowest', 'highest', 'jumpBeyond'] as const;

const savingForm = async (c: DeskPage, { database }: SensorSetting, stream: WatchedStream) => {
  const t = sensorMessages(c.var.language).watch;
  const { ars } = stream;
  const temperatures = (await listSeries({ database }, ars)).filter(
    ({ id, unit }) => unit === '°C' && id !== stream.datastream,
  );
  if (temperatures.length === 0) return undefined;
  const stored = await findSaving(database, stream);
  const fields: FieldView[] = [
    {
      name: 'temperature',
      control: 'select',
      label: t.fields.temperature,
      value: String(stored?.temperature ?? ''),
      choices: temperatures.map(({ id, place }) => ({ value: String(id), label: place })),
    },
    { name: 'measure', control: 'line', label: t.fields.measure, value: stored?.measure ?? '' },
    { name: 'begunOn', control: 'line', label: t.fields.begunOn, value: stored?.begunOn ?? '', isDay: true },
  ];
  return { action: at(c, '/verbrauch'), fields };
};

const answer = async (c: DeskPage, setting: SensorSetting, isWrong = false): Promise<Response> => {
  const stream = await findWatched(setting.database, keyOf(c));
  if (!stream) return c.notFound();
  const { language } = c.var;
  const t = sensorMessages(language);
  const number = (value: number) => `${formatNumber(language, value)} ${stream.unit}`;
  const lines = (names: readonly (keyof typeof t.watch.fields)[], values: Partial<Record<string, unknown>>) =>
    names.map(
      (name): FieldView => ({
        name,
        control: 'line',
        label: t.watch.fields[name],
        value: String(values[name] ?? '').replace('.', language === 'de' ? ',' : '.'),
        ...(name !== 'thresholdName' && { inputMode: 'decimal' as const }),
      }),
    );
  const [name, ...levels] = lines(['thresholdName', 'raiseAt', 'clearAt'], {});
  const direction: FieldView = {
    name: 'direction',
    control: 'select',
    label: t.watch.fields.direction,
    value: 'above',
    choices: (['above', 'below'] as const).map((value) => ({ value, label: t.watch.directions[value] })),
  };
  const view = {
    title: `${stream.thingName}: ${stream.name}`,
    back: {
      href: localPath(language, deskPath(c.var.acting, `${SENSORS_AT}/${stream.thing}`)),
      label: stream.thingName,
    },
    fault: isWrong ? t.watch.wrong : undefined,
    done: c.req.query('erledigt') === 'gespeichert' ? t.desk.saved : undefined,
    rule: { action: at(c), fields: lines(RULE, stream.hasRule ? stream : {}) },
    thresholds: (await listThresholds(setting.database, stream)).map((one) => ({
      id: one.id,
      name: one.name,
      text: t.watch.threshold(
        one.name,
        t.watch.directions[one.direction],
        number(one.raiseAt),
        number(one.clearAt),
      ),
      remove: at(c, `/schwellen/${one.id}/entfernen`),
    })),
    threshold: { action: at(c, '/schwellen'), fields: [...(name ? [name] : []), direction, ...levels] },
    saving: await savingForm(c, setting, stream),
  };
  return c.var.page({ title: view.title, body: <WatchPage view={view} t={t} /> }, isWrong ? 422 : 200);
};

/** Saves what was read of an own stream, with its line in the log. */
const save = async (
  c: DeskPage,
  setting: SensorSetting,
  write: (inside: SensorSetting, typed: Record<string, string>) => Promise<boolean>,
): Promise<Response> => {
  const typed = await typedBody(c);
  const key = keyOf(c);
  const stream = await findWatched(setting.database, key);
  if (!stream) return c.notFound();
  const done = await setting.database.transaction().execute(async (database) => {
    const inside = { ...setting, database };
    if (!(await write(inside, typed))) return false;
    const record = { type: 'sensor', id: String(stream.thing) };
    await recordAct(inside, c.var.acting, { act: 'write-sensor', record });
    return true;
  });
  return done ? c.redirect(`${at(c)}?erledigt=gespeichert`, 303) : answer(c, setting, true);
};

const ruleIn = (c: DeskPage, setting: SensorSetting) =>
  save(c, setting, async ({ database }, typed) => {
    const rule = readRule(typed);
    if (rule) await saveRule(database, keyOf(c), rule);
    return rule !== undefined;
  });

const thresholdIn = (c: DeskPage, setting: SensorSetting) =>
  save(c, setting, async ({ database, newId }, typed) => {
    const threshold = readThreshold(typed);
    if (threshold) await insertThreshold(database, keyOf(c), { ...threshold, id: newId() });
    return threshold !== undefined;
  });

const savingIn = (c: DeskPage, setting: SensorSetting) =>
  save(c, setting, async ({ database }, typed) => {
    const begunOn = textIn(typed, 'begunOn') || null;
    const temperature = Number(textIn(typed, 'temperature'));
    if ((begunOn !== null && !isDay(begunOn)) || !Number.isSafeInteger(temperature)) return false;
    const measure = textIn(typed, 'measure').slice(0, 200);
    return saveSaving(database, keyOf(c), { temperature, measure, begunOn });
  });

/** How the streams of the own town are watched. */
export const watchDeskPages = (setting: SensorSetting) => {
  const one = `${STREAM_AT}/:number{[0-9]{1,15}}`;
  return unitDeskPages(one, [
    ['GET', '', 'edit-sensors', (c) => answer(c, setting)],
    ['POST', '', 'edit-sensors', (c) => ruleIn(c, setting)],
    ['POST', '/schwellen', 'edit-sensors', (c) => thresholdIn(c, setting)],
    [
      'POST',
      `/schwellen/:threshold{${UUID}}/entfernen`,
      'edit-sensors',
      (c) =>
        save(c, setting, ({ database }) =>
          deleteThreshold(database, keyOf(c), c.req.param('threshold') ?? ''),
        ),
    ],
    ['POST', '/verbrauch', 'edit-sensors', (c) => savingIn(c, setting)],
  ]);
};
