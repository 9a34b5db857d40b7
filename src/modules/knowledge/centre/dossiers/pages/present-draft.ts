import type { FieldView } from '../../../../../foundation/ui/Control.tsx';
import type { DossierDraftView, DossierMessages } from '../../../web/index.ts';
import { type Dossier, type DossierFaults, MOST_ITEMS } from '../contract.ts';

const EMPTY_ROWS = 3;

/** The form of a dossier: what is there, and a few empty rows. @param titles of the entries that are public. */
export const draftView = (
  t: DossierMessages,
  { title, introduction, items }: Dossier,
  faults: DossierFaults,
  titles: ReadonlyMap<string, string>,
): Pick<DossierDraftView, 'title' | 'fields' | 'items'> => {
  const errorOf = (name: string) => {
    const fault = faults[name];
    return fault && t.desk.faults[fault];
  };
  const field = (
    name: string,
    label: string,
    value: string,
    control: FieldView['control'] = 'line',
  ): FieldView => ({ name, label, value, control, error: errorOf(name) });
  const rows = Math.min(items.length + EMPTY_ROWS, MOST_ITEMS);
  return {
    title: title || t.desk.untitled,
    fields: [
      field('titel', t.desk.name, title),
      field('einleitung', t.desk.introduction, introduction, 'area'),
    ],
    items: Array.from({ length: rows }, (_, at) => at + 1).map((number) => {
      const { entry, sentence } = items[number - 1] ?? { entry: '', sentence: '' };
      return {
        legend: t.desk.item(number),
        entry: titles.get(entry),
        fields: [
          { ...field(`stelle-${number}`, t.desk.order(number), String(number)), inputMode: 'numeric' },
          field(`eintrag-${number}`, t.desk.address(number), entry),
          field(`satz-${number}`, t.desk.sentence(number), sentence),
        ],
      };
    }),
  };
};
