import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Message } from '../i18n/message.ts';

/** An element without its prefix: older exports use another prefix or none, and some children no namespace at all. */
export type XmlNode = { name: string; attributes: Record<string, string>; text: string; children: XmlNode[] };

export type XmlRoot = { namespace: string; attributes: Record<string, string> };
export type XmlEntry = { root: XmlRoot; node: XmlNode };
export type XmlBytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Which elements are entries; depth 1 is the root. */
type IsEntry = (name: string, depth: number) => boolean;

const DEEPEST = 60;
const LONGEST_ENTRY = 8 * 1024 * 1024;
const CHUNK = 64 * 1024;

class Unreadable extends Error {
  readonly reason: Message;
  constructor(reason: Message) {
    super(reason.en);
    this.reason = reason;
  }
}

/**
 * Goes through a document of any length and hands out its entries one by one; what lies above them is never kept. A
 * document type is refused, so that no entity beyond XML's own five can be declared.
 */
export const xmlEntries = async function* (
  bytes: XmlBytes,
  isEntry: IsEntry = (_, depth) => depth === 2,
): AsyncGenerator<XmlEntry | { unreadable: Message }> {
  const ready: XmlEntry[] = [];
  const parser = entryParser(isEntry, (entry) => ready.push(entry));
  let decoder: TextDecoder | undefined;
  try {
    for await (const chunk of bytes) {
      decoder ??= decoderFor(chunk);
      // Whole chunks of a fast disk would fill the memory with entries before the first is taken out.
      for (let at = 0; at < chunk.length; at += CHUNK) {
        parser.write(decoder.decode(chunk.subarray(at, at + CHUNK), { stream: true }));
        yield* ready.splice(0);
      }
    }
    parser.write(decoder?.decode() ?? '').close();
    yield* ready.splice(0);
  } catch (error) {
    yield { unreadable: reasonOf(error) };
  }
};

const reasonOf = (error: unknown): Message => {
  if (error instanceof Unreadable) return error.reason;
  const what = error instanceof Error ? error.message.slice(0, 150) : 'unknown';
  return { de: `Kein gültiges XML: ${what}`, en: `Not valid XML: ${what}` };
};

const decoderFor = (start: Uint8Array): TextDecoder => {
  const head = new TextDecoder('latin1').decode(start.subarray(0, 200));
  const label = /^[^>]*encoding\s*=\s*["']([\w-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  return new TextDecoder(label, { fatal: true });
};

const entryParser = (isEntry: IsEntry, onEntry: (entry: XmlEntry) => void) => {
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlNode[] = [];
  let depth = 0;
  let length = 0;
  let root: XmlRoot = { namespace: '', attributes: {} };
  const grow = (by: number): void => {
    length += by;
    if (length > LONGEST_ENTRY)
      throw new Unreadable({ de: 'Ein Eintrag ist größer als 8 MB.', en: 'An entry is larger than 8 MB.' });
  };
  const addText = (text: string): void => {
    const node = open.at(-1);
    if (!node) return;
    grow(text.length);
    node.text += text;
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Unreadable({
      de: 'Die Datei enthält eine DOCTYPE-Angabe. Sie wird nicht angenommen.',
      en: 'The file holds a DOCTYPE. It is not accepted.',
    });
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DEEPEST)
      throw new Unreadable({
        de: 'Die Elemente sind zu tief geschachtelt.',
        en: 'Elements are nested too deep.',
      });
    if (depth === 1) root = { namespace: tag.uri, attributes: attributesOf(tag) };
    if (open.length === 0 && !isEntry(tag.local, depth)) return;
    const node = { name: tag.local, attributes: attributesOf(tag), text: '', children: [] };
    grow(tag.local.length);
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    depth -= 1;
    const node = open.pop();
    if (!node || open.length > 0) return;
    length = 0;
    onEntry({ root, node });
  });
  return parser;
};

const attributesOf = ({ attributes }: SaxesTagNS): Record<string, string> => {
  const found: Record<string, string> = {};
  for (const key in attributes) {
    const attribute = attributes[key];
    if (attribute && attribute.prefix !== 'xmlns' && attribute.name !== 'xmlns')
      found[attribute.local] = attribute.value;
  }
  return found;
};

export const child = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((one) => one.name === name);

export const children = (node: XmlNode | undefined, name: string): XmlNode[] =>
  node?.children.filter((one) => one.name === name) ?? [];

/** The text at the end of a path; undefined where it is empty. */
export const textAt = (node: XmlNode | undefined, ...path: string[]): string | undefined => {
  let at = node;
  for (const name of path) at = child(at, name);
  const text = at?.text.trim();
  return text === '' ? undefined : text;
};
