import type { Message } from '../../../../foundation/i18n/message.ts';
import { xmlEntries as entriesOf, type XmlNode } from '../../../../foundation/text/xml-entries.ts';
import type { Bytes } from '../reading.ts';

export { child, children, textAt, type XmlNode } from '../../../../foundation/text/xml-entries.ts';

type XmlEntry = { namespace: string; version: string; node: XmlNode };

/** The second-level elements of a document, with what its root says of the whole. */
export const xmlEntries = async function* (bytes: Bytes): AsyncGenerator<XmlEntry | { unreadable: Message }> {
  for await (const entry of entriesOf(bytes))
    yield 'unreadable' in entry
      ? entry
      : {
          namespace: entry.root.namespace,
          version: entry.root.attributes.xzufiVersion ?? '',
          node: entry.node,
        };
};
