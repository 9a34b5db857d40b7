import { attempt, type Reader, type ReadItem, type RecordKind } from '../reading.ts';
import { readAuthority } from './authority.ts';
import { identifier } from './identifier.ts';
import { readRule } from './rule.ts';
import { readService } from './service.ts';
import { child, textAt, type XmlNode, xmlEntries } from './xml-entries.ts';

const NAMESPACE = /^http:\/\/xoev\.de\/schemata\/xzufi\/2_[12]_0$/;

const KINDS: Record<string, RecordKind> = {
  leistung: 'service',
  organisationseinheit: 'authority',
  zustaendigkeit: 'responsibility',
  zustaendigkeitTransferObjekt: 'responsibility',
};

const readWritten: Record<RecordKind, (node: XmlNode, position: string) => ReadItem> = {
  service: readService,
  authority: readAuthority,
  responsibility: readRule,
};

/**
 * XZuFi 2.1 and 2.2: a message of changes. What it does not mention stays; entries take effect in the order of their
 * positions, and a message whose positions go back is refused, since sorting it would need all of it in memory.
 */
export const xzufi: Reader = {
  isComplete: false,
  read: async function* (bytes) {
    let last = Number.NEGATIVE_INFINITY;
    for await (const entry of xmlEntries(bytes)) {
      if ('unreadable' in entry) return yield entry;
      const { namespace, node } = entry;
      if (!NAMESPACE.test(namespace)) return yield NO_XZUFI;
      if (node.name !== 'schreibe' && node.name !== 'loesche') continue;
      const written = node.attributes.transaktionPosition ?? textAt(node, 'transaktionPosition');
      const position = Number(written);
      if (written === undefined || !Number.isSafeInteger(position) || position <= last)
        return yield OUT_OF_ORDER;
      last = position;
      yield* attempt(`Position ${position}`, () => [readEntry(node, `Position ${position}`)]);
    }
    if (last === Number.NEGATIVE_INFINITY) yield EMPTY;
  },
};

const readEntry = (entry: XmlNode, position: string): ReadItem => {
  const node = entry.children.find(({ name }) => name !== 'transaktionPosition');
  const kind = KINDS[node?.name ?? ''];
  if (!node || kind === undefined) return { skipped: node?.name ?? 'leer' };
  if (entry.name === 'schreibe') return readWritten[kind](node, position);
  const foreignId = identifier(child(node, 'id'));
  if (foreignId !== undefined) return { removed: kind, foreignId };
  return { position, rejected: { de: 'Die Kennung fehlt.', en: 'The id is missing.' } };
};

const NO_XZUFI: ReadItem = {
  unreadable: {
    de: 'Das ist kein XZuFi 2.1 oder 2.2 (erkannt am Namensraum).',
    en: 'This is not XZuFi 2.1 or 2.2 (told by the namespace).',
  },
};
const OUT_OF_ORDER: ReadItem = {
  unreadable: {
    de: 'Die Transaktionspositionen fehlen oder steigen nicht an.',
    en: 'The transaction positions are missing or do not ascend.',
  },
};
const EMPTY: ReadItem = {
  unreadable: { de: 'Die Nachricht enthält keinen Eintrag.', en: 'The message holds no entry.' },
};
