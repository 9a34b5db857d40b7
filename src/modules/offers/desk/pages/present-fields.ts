import type { Language } from '../../../../foundation/i18n/language.ts';
import { type Category, categories, isCategory } from '../../category.ts';
import { categoriesByGroup, groupLabels } from '../../category-group.ts';
import type { EntryFormView, EntryMessages } from '../../web/index.ts';
import type { EntryFault } from '../check-entry.ts';
import { type EntryField, type EntryFields, entryFields } from '../entry.ts';

const categoryName = (category: Category, language: Language): string => categories[category][language];

/** What a field holds, in words. */
export const fieldText = (field: EntryField, text: string, language: Language): string =>
  field === 'category' && isCategory(text) ? categoryName(text, language) : text;

export const kindText = ({ category = '' }: EntryFields, language: Language): string =>
  fieldText('category', category, language) || '–';

export const faultText = (
  { reason, suggestion }: Pick<EntryFault, 'reason' | 'suggestion'>,
  language: Language,
  t: EntryMessages,
): string =>
  suggestion ? `${t.faults[reason]} ${t.suggestion(categoryName(suggestion, language))}` : t.faults[reason];

/** Each field with what was typed, and its first fault. */
export const fieldStates = (
  typed: EntryFields,
  faults: EntryFault[],
  language: Language,
  t: EntryMessages,
): EntryFormView['fields'] =>
  Object.fromEntries(
    entryFields.map((field) => {
      const fault = faults.find((one) => one.field === field);
      return [field, { value: typed[field] ?? '', error: fault && faultText(fault, language, t) }];
    }),
  ) as EntryFormView['fields'];

/** All categories by their groups; a word that is none of them stands among them as it was written. */
export const categoryChoices = (
  chosen: string | undefined,
  language: Language,
): EntryFormView['categories'] => [
  ...(chosen !== undefined && chosen !== '' && !isCategory(chosen)
    ? [{ name: '?', choices: [{ value: chosen, label: chosen }] }]
    : []),
  ...categoriesByGroup().map(({ group, members }) => ({
    name: groupLabels[group][language],
    choices: members.map((category) => ({ value: category, label: categoryName(category, language) })),
  })),
];

/** What was sent, of the fields that an entry has; anything else is not looked at. */
export const typedFields = (body: Record<string, unknown>): EntryFields =>
  Object.fromEntries(
    entryFields.flatMap((field) => (typeof body[field] === 'string' ? [[field, body[field]]] : [])),
  );

export const isEventEntry = ({ category = '', start }: EntryFields): boolean =>
  isCategory(category) ? categories[category].kind === 'event' : start !== undefined;
