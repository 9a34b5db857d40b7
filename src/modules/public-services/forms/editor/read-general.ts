import type { Message } from '../../../../foundation/i18n/message.ts';
import type { Typed } from '../check-answers.ts';
import { type FieldKind, type FormDefinition, trustLevels } from '../form-definition.ts';
import { type EditFaults, reading } from './typed.ts';

const LONGEST_TITLE = 200;
const LONGEST_LEAD = 1_000;
const MOST_NEEDED = 20;
const SERVICE_KEY = /^99\d{12}$/;

/** What is said of the whole form, beside its pages. */
export type General = Pick<
  FormDefinition,
  'title' | 'lead' | 'needed' | 'minutes' | 'promiseDays' | 'keptDays' | 'trustLevel' | 'mailField'
>;

export const fieldsOfKind = ({ steps }: FormDefinition, kind: FieldKind) =>
  steps.flatMap(({ fields }) => fields).filter((field) => field.kind === kind);

/** Days out of range and the like are for the check of the whole form: a draft may still be wrong there. */
export const readGeneral = (
  definition: FormDefinition,
  typed: Typed,
):
  | { definition: FormDefinition; serviceKey: string | null; isDemonstration: boolean }
  | { faults: EditFaults } => {
  const reader = reading(typed);
  const whole = (name: string): number => {
    const value = reader.number(name);
    if (value === undefined || !Number.isInteger(value) || value < 1) reader.wrong(name, 'not-a-number');
    return value ?? 0;
  };
  const title = reader.message('titel', LONGEST_TITLE);
  const lead = reader.message('text', LONGEST_LEAD);
  if (!title) reader.wrong('titelDe', 'missing');
  if (!lead) reader.wrong('textDe', 'missing');
  const english = reader.lines('bereitEn');
  const needed: Message[] = reader.lines('bereitDe').map((de, at) => ({ de, en: english[at] ?? de }));
  if (needed.length > MOST_NEEDED) reader.wrong('bereitDe', 'too-many');
  const minutes = whole('minuten');
  const promiseDays = whole('werktage');
  const keptDays = whole('aufbewahren');
  const serviceKey = reader.text('leistung', 20).replaceAll(/[\s.]/g, '');
  if (serviceKey !== '' && !SERVICE_KEY.test(serviceKey)) reader.wrong('leistung', 'not-a-service-key');
  const trustLevel = trustLevels.find((level) => level === typed.vertrauen);
  const mailField = fieldsOfKind(definition, 'mail').find(({ name }) => name === typed.nachricht)?.name;
  const dayField = fieldsOfKind(definition, 'date').find(({ name }) => name === typed.tag)?.name;
  if (!title || !lead || Object.keys(reader.faults).length > 0) return { faults: reader.faults };
  const { trustLevel: _, mailField: __, dayField: ___, ...rest } = definition;
  return {
    definition: {
      ...rest,
      ...({ title, lead, needed, minutes, promiseDays, keptDays } satisfies General),
      ...(trustLevel && { trustLevel }),
      ...(mailField !== undefined && { mailField }),
      ...(dayField !== undefined && { dayField }),
    },
    serviceKey: serviceKey || null,
    isDemonstration: reader.isTicked('beispiel'),
  };
};
