import { type Typed, typedBody } from '../../../../foundation/http/typed-body.ts';
import { formatDay } from '../../../../foundation/i18n/format.ts';
import { plainText } from '../../../../foundation/text/plain-text.ts';
import { fromBerlin, isDay } from '../../../../foundation/time/zone.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { recordAct } from '../../../accounts/index.ts';
import type { ParkingSetting } from '../../setting.ts';
import { RestDaysPage, townMessages } from '../../web/index.ts';
import { deleteRestDay, listRestDays, saveRestDay } from '../../zones/rest-day-store.ts';
import { type DeskPage, deskAt, townDeskPages } from './desk-of-town.ts';

const AT = '/parken/feiertage';
const LONGEST_NAME = 100;

type Faults = Partial<Record<'tag' | 'name', 'missing' | 'not-a-day'>>;
type Wrong = { typed: Typed; faults: Faults };

const answer = async (
  c: DeskPage,
  { database, clock }: ParkingSetting,
  ars: string,
  wrong?: Wrong,
): Promise<Response> => {
  const { language } = c.var;
  const t = townMessages(language);
  const now = clock();
  const field = (name: 'tag' | 'name', label: string, more: Partial<FieldView> = {}): FieldView => {
    const fault = wrong?.faults[name];
    const error = fault && t.rest.faults[fault];
    return { name, control: 'line', label, value: wrong?.typed[name] ?? '', error, ...more };
  };
  const days = await listRestDays(database, ars);
  const view = {
    days: days.map(({ day, name }) => ({
      day,
      text: t.rest.line(formatDay(language, fromBerlin(day, '12:00'), now), name),
    })),
    fields: [field('tag', t.rest.day, { isDay: true }), field('name', t.rest.name)],
    action: deskAt(c, AT),
    removeAction: deskAt(c, `${AT}/weg`),
  };
  return c.var.page(
    {
      title: wrong ? `${t.errorTitle} ${t.rest.title}` : t.rest.title,
      body: <RestDaysPage view={view} t={t} />,
      isIndexed: false,
    },
    wrong ? 422 : 200,
  );
};

const save = async (c: DeskPage, setting: ParkingSetting, ars: string): Promise<Response> => {
  const typed = await typedBody(c);
  const day = (typed.tag ?? '').trim();
  const name = plainText(typed.name, LONGEST_NAME)?.trim() ?? '';
  const faults: Faults = {
    ...(!isDay(day) && { tag: 'not-a-day' as const }),
    ...(name === '' && { name: 'missing' as const }),
  };
  if (Object.keys(faults).length > 0) return answer(c, setting, ars, { typed, faults });
  await setting.database.transaction().execute(async (database) => {
    await saveRestDay(database, ars, { day, name });
    const record = { type: 'parking-rest-day', id: day };
    await recordAct({ ...setting, database }, c.var.acting, { act: 'save-rest-day', record });
  });
  return c.redirect(deskAt(c, AT), 303);
};

const remove = async (c: DeskPage, setting: ParkingSetting, ars: string): Promise<Response> => {
  const { tag: day = '' } = await typedBody(c);
  if (isDay(day))
    await setting.database.transaction().execute(async (database) => {
      if (!(await deleteRestDay(database, ars, day))) return;
      const record = { type: 'parking-rest-day', id: day };
      await recordAct({ ...setting, database }, c.var.acting, { act: 'delete-rest-day', record });
    });
  return c.redirect(deskAt(c, AT), 303);
};

/** Local holidays: what is shared on Sundays is shared then as well. */
export const restDayPages = (setting: ParkingSetting) =>
  townDeskPages(setting, [
    ['GET', AT, 'manage-parking', answer],
    ['POST', AT, 'manage-parking', save],
    ['POST', `${AT}/weg`, 'manage-parking', remove],
  ]);
