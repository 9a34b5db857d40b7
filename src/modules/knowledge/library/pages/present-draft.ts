import { formatDate } from '../../../../foundation/i18n/format.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import type { DraftView } from '../../web/index.ts';
import type { PartFaults } from '../check-parts.ts';
import { parts as allParts, type EntryKind, type Part, type Parts } from '../contract.ts';
import type { StoredEntry } from '../entry-store.ts';
import { kindRules } from '../kind-rule.ts';
import { partForms } from '../part-rule.ts';
import type { Words } from './present-entry.ts';

const fieldOf = ({ t }: Words, part: Part, value: string, faults: PartFaults): FieldView => {
  const form = partForms[part];
  const fault = faults[part];
  return {
    name: part,
    label: t.parts[part],
    hint: t.hints[part],
    value,
    error: fault && t.faults[fault],
    control: form.form === 'choice' ? 'select' : form.form === 'text' ? 'area' : 'line',
    isDay: form.form === 'day',
    inputMode: form.form === 'number' ? 'numeric' : undefined,
    ...(form.form === 'choice' && {
      choices: form.choices.map((choice) => ({ value: choice, label: t.choices[choice] ?? choice })),
    }),
  };
};

/** The form of a kind, what must be there first. */
export const draftFields = (
  words: Words,
  kind: EntryKind,
  parts: Parts,
  faults: PartFaults,
): Pick<DraftView, 'required' | 'optional'> => {
  const fields = (list: readonly Part[]) =>
    list.map((part) => fieldOf(words, part, parts[part] ?? '', faults));
  return { required: fields(kindRules[kind].required), optional: fields(kindRules[kind].optional) };
};

/** "Kosten einmalig (€): fehlt", in the order of the parts. */
export const missingOf = ({ t }: Words, faults: PartFaults): DraftView['missing'] =>
  allParts.flatMap((part) => {
    const fault = faults[part];
    return fault ? [{ name: part, text: `${t.parts[part]}: ${t.faults[fault]}` }] : [];
  });

export const stateText = ({ language, t }: Words, entry: StoredEntry): string => {
  const kind = t.kinds[entry.kind];
  const day = (instant: Date) => formatDate(language, instant);
  if (entry.version !== null && entry.published_at) {
    const changed = entry.changed_at > entry.published_at ? `, ${t.desk.changed}` : '';
    return `${kind} · ${t.desk.public(entry.version, day(entry.published_at))}${changed}`;
  }
  return `${kind} · ${entry.taken_back_at ? t.desk.takenBack(day(entry.taken_back_at)) : t.desk.draft}`;
};
