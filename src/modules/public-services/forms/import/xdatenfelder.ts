import type { Message } from '../../../../foundation/i18n/message.ts';
import type { Bytes } from '../../import/reading.ts';
import { child, children, textAt, type XmlNode, xmlEntries } from '../../import/xzufi/xml-entries.ts';
import type { FormDefinition, Step } from '../form-definition.ts';
import type { Asked } from './asked.ts';
import { fieldKindOf } from './field-kind.ts';
import { schemaOf } from './schema-of.ts';

/** XDatenfelder 2 and 3 (FIM): a data schema with its fields and groups, read by local names. */
const NAMESPACE = /^urn:xoev-de:fim:standard:xdatenfelder_(2|3\.\d+\.\d+)/;

export type LeftOut = { at: string; why: Message };
export type ReadForm = { schemaId: string; definition: FormDefinition; leftOut: LeftOut[] };
type Unreadable = { refused: 'unreadable-file'; reason: Message };

type Structure = { least: number; most: number; id: string; node: XmlNode; isGroup: boolean };

const unreadable = (de: string, en: string): Unreadable => ({
  refused: 'unreadable-file',
  reason: { de, en },
});

const same = (text: string): Message => ({ de: text, en: text });

const MOST_ROWS = 20;
const DEFAULT_KEPT_DAYS = 180;
const FIELDS_A_MINUTE = 4;

const structuresOf = (node: XmlNode): Structure[] =>
  children(node, 'struktur').flatMap((struktur) => {
    const group = child(child(struktur, 'enthaelt'), 'datenfeldgruppe');
    const found = group ?? child(child(struktur, 'enthaelt'), 'datenfeld');
    const [, least = '0', most = '1'] = /^(\d+):(\d+|\*)$/.exec(textAt(struktur, 'anzahl') ?? '1:1') ?? [];
    const id = textAt(found, 'identifikation', 'id');
    if (!found || id === undefined || most === '0') return [];
    return [
      {
        least: Number(least),
        most: most === '*' ? MOST_ROWS : Math.min(Number(most), MOST_ROWS),
        id: id.toLowerCase(),
        node: found,
        isGroup: group !== undefined,
      },
    ];
  });

const labelOf = (node: XmlNode): string =>
  (textAt(node, 'bezeichnungEingabe') ?? textAt(node, 'name') ?? '?').slice(0, 300);

/** XDatenfelder 3 has attributes for limits, 2 has JSON in the text of the element. */
const limitsOf = (node: XmlNode): Record<string, number> => {
  const praezisierung = child(node, 'praezisierung');
  let said: Record<string, unknown> = praezisierung?.attributes ?? {};
  try {
    if (praezisierung?.text.trim().startsWith('{')) said = JSON.parse(praezisierung.text);
  } catch {
    // A limit that nobody can read limits nothing; the kinds of fields have limits of their own.
  }
  return Object.fromEntries(
    ['minLength', 'maxLength', 'minValue', 'maxValue'].flatMap((key) => {
      const value = Number(said[key]);
      return said[key] !== undefined && Number.isFinite(value) ? [[key, value]] : [];
    }),
  );
};

const choicesOf = (node: XmlNode) =>
  children(child(node, 'werte'), 'wert').flatMap((wert) => {
    const value = textAt(wert, 'code');
    return value === undefined ? [] : [{ value, label: same(textAt(wert, 'name') ?? value) }];
  });

type Reading = { leftOut: LeftOut[] };

const why = {
  filledIn: {
    de: 'füllt niemand aus (Text, verstecktes oder gesperrtes Feld)',
    en: 'filled in by nobody (text, hidden or locked field)',
  },
  list: {
    de: 'Auswahl aus einer Codeliste, die nicht in der Datei steht: als Text gefragt',
    en: 'choice from a code list that is not in the file: asked as text',
  },
  nested: {
    de: 'Wiederholung oder Datei in einer Wiederholung',
    en: 'repetition or file inside a repetition',
  },
  rules: {
    de: 'Regeln in Worten: bitte selbst als Bedingungen eintragen',
    en: 'rules in words: please enter them as conditions yourself',
  },
} satisfies Record<string, Message>;

const fieldOf = ({ id, node, least }: Structure, reading: Reading): Asked[] => {
  const limits = limitsOf(node);
  const choices = choicesOf(node);
  const label = labelOf(node);
  const datentyp = textAt(node, 'datentyp', 'code') ?? 'text';
  const feldart = textAt(node, 'feldart', 'code') ?? 'input';
  const kind = fieldKindOf({
    feldart,
    datentyp,
    name: `${textAt(node, 'name') ?? ''} ${label}`,
    hasChoices: choices.length > 1,
    ...(limits.maxLength !== undefined && { maxLength: limits.maxLength }),
  });
  if (!kind) {
    reading.leftOut.push({ at: label, why: why.filledIn });
    return [];
  }
  if (feldart === 'select' && kind !== 'choice') reading.leftOut.push({ at: label, why: why.list });
  const hint = textAt(node, 'hilfetextEingabe')?.slice(0, 300);
  return [
    {
      name: id,
      kind,
      label: same(label),
      isRequired: least > 0,
      isWhole: datentyp === 'num_int',
      limits,
      ...(hint !== undefined && { hint: same(hint) }),
      ...(kind === 'choice' && { choices }),
    },
  ];
};

/** Rows of what may be given several times: plain fields only, however deep they stand. */
const rowsOf = (structure: Structure, reading: Reading): Asked[] => {
  const inner = (
    structure.isGroup ? flatten(structuresOf(structure.node), reading) : fieldOf(structure, reading)
  ).filter(({ kind, label }) => {
    const isPlain = kind !== 'group' && kind !== 'upload';
    if (!isPlain) reading.leftOut.push({ at: label.de, why: why.nested });
    return isPlain;
  });
  if (inner.length === 0) return [];
  const { id, node, most, least } = structure;
  return [
    {
      name: `${id}rows`,
      kind: 'group',
      label: same(labelOf(node)),
      most,
      isRequired: least > 0,
      limits: {},
      fields: inner.map(({ isRequired: _, isWhole: __, limits: ___, ...field }) => field),
    },
  ];
};

/** Groups that stand once are only headings: their fields are asked in order. What an optional group asks is optional. */
function flatten(structures: Structure[], reading: Reading): Asked[] {
  return structures.flatMap((structure) => {
    if (structure.most > 1) return rowsOf(structure, reading);
    if (!structure.isGroup) return fieldOf(structure, reading);
    return flatten(structuresOf(structure.node), reading).map((field) => ({
      ...field,
      isRequired: field.isRequired && structure.least > 0,
    }));
  });
}

type AskedStep = Omit<Step, 'fields'> & { fields: Asked[] };

const stepsOf = (schema: XmlNode, reading: Reading): AskedStep[] => {
  const structures = structuresOf(schema);
  const single = structures.filter(({ isGroup }) => !isGroup);
  const groups = structures.filter(({ isGroup }) => isGroup);
  return [
    { id: 'angaben', title: { de: 'Angaben', en: 'Details' }, fields: flatten(single, reading) },
    ...groups.map((group) => ({
      id: group.id,
      title: same(labelOf(group.node)),
      fields: flatten([group], reading),
    })),
  ].filter(({ fields }) => fields.length > 0);
};

/** The same building block may stand in several places: each gets a name of its own. */
const named = (steps: AskedStep[]): AskedStep[] => {
  const seen = new Map<string, number>();
  const unique = (name: string): string => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}x${count}`;
  };
  return steps.map((step) => ({
    ...step,
    id: unique(`step${step.id}`),
    fields: step.fields.map((field) => ({ ...field, name: unique(field.name) })),
  }));
};

const TRUE: Asked = {
  name: 'istWahr',
  kind: 'declaration',
  label: { de: 'Meine Angaben sind vollständig und wahr.', en: 'What I have said is complete and true.' },
  isRequired: true,
  limits: {},
};

const definitionOf = (schema: XmlNode, promiseDays: number, reading: Reading): FormDefinition => {
  const title = textAt(schema, 'bezeichnung') ?? textAt(schema, 'name') ?? '?';
  const steps = named(stepsOf(schema, reading));
  const declared = [
    ...steps,
    { id: 'stepwahr', title: { de: 'Erklärung', en: 'Declaration' }, fields: [TRUE] },
  ];
  const all = declared.flatMap(({ fields }) => fields);
  const mail = all.find(({ kind }) => kind === 'mail');
  return {
    title: same(title.slice(0, 200)),
    lead: same((textAt(schema, 'hilfetext') ?? textAt(schema, 'beschreibung') ?? title).slice(0, 500)),
    needed: [],
    minutes: Math.max(1, Math.ceil(all.length / FIELDS_A_MINUTE)),
    promiseDays,
    keptDays: DEFAULT_KEPT_DAYS,
    ...(mail && { mailField: mail.name }),
    schema: schemaOf(all),
    steps: declared.map(({ fields, ...step }) => ({
      ...step,
      fields: fields.map(({ isRequired: _, isWhole: __, limits: ___, ...field }) => field),
    })),
  };
};

/**
 * A form from a data schema of FIM. What the schema cannot say (how long the town promises to take) is given beside it;
 * what a form cannot show is in the list of what was left out, nothing vanishes silently.
 */
export const readXdatenfelder = async (
  bytes: Bytes,
  { promiseDays }: { promiseDays: number },
): Promise<ReadForm | Unreadable> => {
  const reading: Reading = { leftOut: [] };
  for await (const entry of xmlEntries(bytes)) {
    if ('unreadable' in entry) return { refused: 'unreadable-file', reason: entry.unreadable };
    if (!NAMESPACE.test(entry.namespace))
      return unreadable(
        'Das ist kein Datenschema nach XDatenfelder 2 oder 3.',
        'This is no data schema of XDatenfelder 2 or 3.',
      );
    if (entry.node.name !== 'stammdatenschema') continue;
    const schemaId = textAt(entry.node, 'identifikation', 'id') ?? '';
    const definition = definitionOf(entry.node, promiseDays, reading);
    const rules = children(entry.node, 'regel').length;
    if (rules > 0) reading.leftOut.push({ at: `${rules}`, why: why.rules });
    return { schemaId, definition, leftOut: reading.leftOut };
  }
  return unreadable('In der Datei steht kein Stammdatenschema.', 'The file holds no master data schema.');
};
