import { typedBody } from '../../../foundation/http/typed-body.ts';
import { UUID } from '../../../foundation/http/uuid-in-path.ts';
import { ofOne } from '../../../foundation/text/typed-text.ts';
import type { FieldView } from '../../../foundation/ui/Control.tsx';
import { may, type permit } from '../../accounts/index.ts';
import { agendaAt, type DeskPage } from '../desk-of-agenda.ts';
import type { StrategySetting } from '../setting.ts';
import { type RecordForm, recordMessages } from '../web/index.ts';
import { dropRecord, type RecordFaults, type RecordKind, type Typed, writeRecord } from './record-kind.ts';

/** A form that was sent back: which one, what was typed into it, and what is wrong. */
export type Refused = { path: string; id: string; typed: Typed; faults: RecordFaults };
export type AnswerRecords = (
  c: DeskPage,
  setting: StrategySetting,
  refused?: Refused,
) => Response | Promise<Response>;

type Permission = Parameters<typeof permit>[0];
type Way = readonly [
  'GET' | 'POST',
  string,
  Permission,
  (c: DeskPage, setting: StrategySetting) => Response | Promise<Response>,
];

const NEW = 'neu';

/** Its fields carry the id of the record behind their names, or that it is a new one: there are many forms on a page. */
const suffixOf = (path: string, id: string): string =>
  id === NEW ? `${NEW}${path.replaceAll('/', '-')}` : id;

/** The form of a record (`id`), or of a new one, with what was refused in it. */
export const recordForm = (
  c: DeskPage,
  {
    path,
    id = NEW,
    fields,
    refused,
  }: {
    path: string;
    id?: string;
    fields: FieldView[];
    refused: Refused | undefined;
  },
): RecordForm => {
  const mine = refused?.path === path && refused.id === id ? refused : undefined;
  const t = recordMessages(c.var.language);
  const suffix = suffixOf(path, id);
  return {
    action: agendaAt(c, id === NEW ? path : `${path}/${id}`),
    isOpen: mine !== undefined,
    fields: fields.map((field) => {
      const fault = mine?.faults[field.name];
      return {
        ...field,
        name: `${field.name}-${suffix}`,
        value: mine ? (mine.typed[field.name] ?? '') : field.value,
        error: fault && t.faults[fault],
      };
    }),
  };
};

/** What who may write gets beside a record. */
export const editOf = (
  c: DeskPage,
  permission: Permission,
  form: Parameters<typeof recordForm>[1] & { id: string },
): { edit: RecordForm | undefined; drop: string | undefined } =>
  may(c.var.acting, permission)
    ? { edit: recordForm(c, form), drop: agendaAt(c, `${form.path}/${form.id}/loeschen`) }
    : { edit: undefined, drop: undefined };

/** The form for a new record, for who may write one. */
export const addOf = (
  c: DeskPage,
  permission: Permission,
  label: string,
  form: Parameters<typeof recordForm>[1],
): (RecordForm & { label: string }) | undefined =>
  may(c.var.acting, permission) ? { label, ...recordForm(c, form) } : undefined;

/** Add, change and delete records of one kind; `answer` shows their page, with what was refused. */
export const recordWays = <Values>(
  {
    page,
    path,
    kind,
    permission,
  }: {
    page: string;
    path: string;
    kind: RecordKind<Values>;
    permission: Permission;
  },
  answer: AnswerRecords,
): Way[] => {
  const write = async (c: DeskPage, setting: StrategySetting): Promise<Response> => {
    const id = c.req.param('record');
    const typed = ofOne(await typedBody(c), suffixOf(path, id ?? NEW));
    const done = await writeRecord(setting, c.var.acting, kind, { typed, id });
    return 'faults' in done
      ? answer(c, setting, { path, id: id ?? NEW, typed, faults: done.faults })
      : c.redirect(`${agendaAt(c, page)}?erledigt=gespeichert`, 303);
  };
  return [
    ['POST', path, permission, write],
    ['POST', `${path}/:record{${UUID}}`, permission, write],
    [
      'POST',
      `${path}/:record{${UUID}}/loeschen`,
      permission,
      async (c, setting) => {
        await dropRecord(setting, c.var.acting, kind, c.req.param('record') ?? '');
        return c.redirect(agendaAt(c, page), 303);
      },
    ],
  ];
};
