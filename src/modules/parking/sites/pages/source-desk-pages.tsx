import { type Typed, typedBody } from '../../../../foundation/http/typed-body.ts';
import { formatDay, formatNumber, formatTime } from '../../../../foundation/i18n/format.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { recordAct } from '../../../accounts/index.ts';
import { parkingFormats } from '../../feeds/formats.ts';
import type { ParkingSetting } from '../../setting.ts';
import { type DeskPage, deskAt, townDeskPages } from '../../town/pages/desk-of-town.ts';
import { SourcesDeskPage, type SourcesDeskView, sourceMessages } from '../../web/index.ts';
import { saveParkingSource } from '../import/import-store.ts';
import { deleteSource, listSourceStates, type SourceState } from '../list-sources-store.ts';
import { readSource, type SourceFault } from '../read-source.ts';

const AT = '/parken/quellen';

const fieldsOf = (c: DeskPage, typed: Typed, faults: Record<string, SourceFault>): FieldView[] => {
  const t = sourceMessages(c.var.language);
  const names = Object.keys(t.fields) as (keyof typeof t.fields)[];
  return names.map((name) => {
    const fault = faults[name];
    return {
      name,
      label: t.fields[name],
      hint: (t.hints as Partial<Record<string, string>>)[name],
      value: typed[name] ?? '',
      error: fault && t.faults[fault],
      ...(name === 'format'
        ? {
            control: 'select' as const,
            choices: parkingFormats.map((format) => ({ value: format, label: format })),
          }
        : { control: 'line' as const }),
    };
  });
};

const cardOf = (c: DeskPage, state: SourceState, now: Date): SourcesDeskView['sources'][number] => {
  const { language } = c.var;
  const t = sourceMessages(language);
  const number = (value: number) => formatNumber(language, value);
  const { tried_at: triedAt } = state;
  const tried = triedAt
    ? t.tried(`${formatDay(language, triedAt, now)}, ${formatTime(language, triedAt)}`)
    : t.never;
  return {
    id: state.id,
    name: state.name,
    facts: [
      t.state(state.format, number(state.sites), number(state.counted)),
      tried,
      state.licence ?? t.noLicence,
    ],
    failure: state.failure === null ? undefined : t.failure(state.failure),
    rejected: state.rejected.map(({ position, reason }) => `${position}: ${reason[language]}`),
  };
};

type Wrong = { typed: Typed; faults: Record<string, SourceFault> };

const answer = async (
  c: DeskPage,
  { database, clock }: ParkingSetting,
  ars: string,
  wrong?: Wrong,
): Promise<Response> => {
  const t = sourceMessages(c.var.language);
  const done = c.req.query('erledigt');
  const states = await listSourceStates(database, ars);
  const view: SourcesDeskView = {
    note: done === 'geloescht' ? t.removed : done === 'gespeichert' ? t.done : undefined,
    sources: states.map((state) => cardOf(c, state, clock())),
    fields: fieldsOf(c, wrong?.typed ?? {}, wrong?.faults ?? {}),
    action: deskAt(c, AT),
    removeAction: deskAt(c, `${AT}/weg`),
  };
  return c.var.page(
    {
      title: wrong ? `${t.errorTitle} ${t.title}` : t.title,
      body: <SourcesDeskPage view={view} t={t} />,
      isIndexed: false,
    },
    wrong ? 422 : 200,
  );
};

const save = async (c: DeskPage, setting: ParkingSetting, ars: string): Promise<Response> => {
  const typed = await typedBody(c);
  const read = readSource(typed, ars);
  if ('faults' in read) return answer(c, setting, ars, { typed, faults: read.faults });
  await setting.database.transaction().execute(async (database) => {
    await saveParkingSource(database, read.source);
    const record = { type: 'parking-source', id: read.source.id };
    await recordAct({ ...setting, database }, c.var.acting, { act: 'save-parking-source', record });
  });
  return c.redirect(deskAt(c, `${AT}?erledigt=gespeichert`), 303);
};

const remove = async (c: DeskPage, setting: ParkingSetting, ars: string): Promise<Response> => {
  const { kennung: id = '' } = await typedBody(c);
  await setting.database.transaction().execute(async (database) => {
    if (!(await deleteSource(database, { ars, id }))) return;
    const record = { type: 'parking-source', id };
    await recordAct({ ...setting, database }, c.var.acting, { act: 'delete-parking-source', record });
  });
  return c.redirect(deskAt(c, `${AT}?erledigt=geloescht`), 303);
};

/** The feeds that a town hands on: added, changed and looked at without a command line. */
export const sourceDeskPages = (setting: ParkingSetting) =>
  townDeskPages(setting, [
    ['GET', AT, 'manage-parking', answer],
    ['POST', AT, 'manage-parking', save],
    ['POST', `${AT}/weg`, 'manage-parking', remove],
  ]);
