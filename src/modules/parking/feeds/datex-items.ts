import type { Dictionary } from '../../../foundation/text/foreign-value.ts';
import { type XmlNode, xmlEntries } from '../../../foundation/text/xml-entries.ts';
import { type Items, type Unreadable, unreadable } from './items.ts';

/** Both dialects of DATEX II 2.x that are in the field: the German facility profile, and the record of version 2.3. */
const RECORDS = new Set(['parkingFacility', 'parkingFacilityStatus', 'parkingRecord', 'parkingRecordStatus']);

/** By local name: prefixes differ from publisher to publisher, and some children are in no namespace at all. */
export const datexItems = async (text: string): Promise<Items | Unreadable> => {
  const items: Items['items'] = [];
  // Decoded already: what the head says of the character set is over.
  const plain = Buffer.from(text.replace(/^\s*<\?xml[^>]*\?>/, ''));
  for await (const entry of xmlEntries([plain], (name) => RECORDS.has(name))) {
    if ('unreadable' in entry) return { refused: 'unreadable-file', reason: entry.unreadable };
    const { node } = entry;
    const id =
      node.attributes.id ?? node.children.find(({ name }) => name.endsWith('Reference'))?.attributes.id;
    items.push({ position: id ?? `Eintrag ${items.length + 1}`, item: { ...nested(node), $node: node } });
  }
  if (items.length > 0) return { items, file: undefined, rejected: [] };
  return unreadable(
    'Die Datei enthält keine Parkplätze nach DATEX II.',
    'The file holds no parking sites in the sense of DATEX II.',
  );
};

/** An element as nested values: attributes, and children by name; what comes twice counts once, the first. */
const nested = ({ attributes, children }: XmlNode): Dictionary => {
  const value: Dictionary = { ...attributes };
  for (const child of children) {
    const isLeaf = child.children.length === 0;
    value[child.name] ??= isLeaf && child.text.trim() !== '' ? child.text.trim() : nested(child);
  }
  return value;
};
