import type { XmlNode } from '../../../../foundation/text/xml-entries.ts';
import { type Notebook, notebook, type Verdict } from '../verdict.ts';

// RFC 4287 for Atom, the specification of the RSS Advisory Board for RSS 2.0.

const childrenOf = (node: XmlNode, name: string): XmlNode[] =>
  node.children.filter((child) => child.name === name);
const textIn = (node: XmlNode, name: string): string => childrenOf(node, name)[0]?.text.trim() ?? '';
const has = (node: XmlNode, name: string): boolean => childrenOf(node, name).length > 0;

/** RFC 3339, with its offset. */
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
/** RFC 822, two or four digits for the year. */
const MAIL_TIME =
  /^([A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{2,4} \d{2}:\d{2}(:\d{2})? ([A-Z]{1,4}|[+-]\d{4})$/;

const isAddress = (text: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(text);

const REQUIRED_OF_ATOM = ['id', 'title', 'updated'] as const;

const checkAtomPart = (
  node: XmlNode,
  clause: string,
  what: { de: string; en: string },
  { must }: Notebook,
): void => {
  const place = textIn(node, 'id') || textIn(node, 'title') || '?';
  for (const name of REQUIRED_OF_ATOM)
    if (!has(node, name))
      must(clause, `${what.de} fehlt atom:${name}.`, `${what.en} lacks atom:${name}.`, place);
  const [id, updated] = [textIn(node, 'id'), textIn(node, 'updated')];
  if (id !== '' && !isAddress(id))
    must('RFC 4287, 4.2.6', 'Eine atom:id ist keine vollständige IRI.', 'An atom:id is no absolute IRI.', id);
  if (updated !== '' && !TIME.test(updated))
    must('RFC 4287, 3.3', 'Ein Zeitpunkt folgt nicht RFC 3339.', 'A time does not follow RFC 3339.', updated);
};

export const checkAtom = (feed: XmlNode): Verdict => {
  const book = notebook();
  checkAtomPart(feed, 'RFC 4287, 4.1.1', { de: 'Dem Feed', en: 'The feed' }, book);
  const entries = childrenOf(feed, 'entry');
  const seen = new Set<string>();
  for (const entry of entries) {
    checkAtomPart(entry, 'RFC 4287, 4.1.2', { de: 'Einem Eintrag', en: 'An entry' }, book);
    const id = textIn(entry, 'id');
    if (!has(feed, 'author') && !has(entry, 'author') && !has(entry, 'source'))
      book.must(
        'RFC 4287, 4.1.1',
        'Weder Feed noch Eintrag nennen atom:author.',
        'Neither feed nor entry has an atom:author.',
        id,
      );
    if (
      !has(entry, 'content') &&
      !childrenOf(entry, 'link').some(({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate')
    )
      book.must(
        'RFC 4287, 4.1.2',
        'Ein Eintrag hat weder Inhalt noch Verweis.',
        'An entry has neither content nor link.',
        id,
      );
    const version = `${id} ${textIn(entry, 'updated')}`;
    if (id !== '' && seen.has(version))
      book.must(
        'RFC 4287, 4.1.1',
        'Zwei Einträge haben dieselbe atom:id und Zeit.',
        'Two entries have the same atom:id and time.',
        id,
      );
    seen.add(version);
  }
  if (!childrenOf(feed, 'link').some(({ attributes }) => attributes.rel === 'self'))
    book.should(
      'RFC 4287, 4.1.1',
      'Der Feed nennt seine eigene Adresse nicht (rel="self").',
      'The feed does not name its own address (rel="self").',
    );
  return {
    standard: 'atom',
    findings: book.findings(),
    counts: [{ what: { de: 'Einträge', en: 'entries' }, count: entries.length }],
  };
};

const RSS = 'RSS 2.0';

export const checkRss = (rss: XmlNode): Verdict => {
  const book = notebook();
  const [channel] = childrenOf(rss, 'channel');
  if (rss.attributes.version !== '2.0')
    book.must(`${RSS}, <rss>`, 'version="2.0" fehlt.', 'version="2.0" is missing.', rss.attributes.version);
  if (!channel) book.must(`${RSS}, <channel>`, 'Der <channel> fehlt.', 'The <channel> is missing.');
  for (const name of ['title', 'link', 'description'])
    if (channel && !has(channel, name))
      book.must(`${RSS}, <channel>`, `Dem Kanal fehlt <${name}>.`, `The channel lacks <${name}>.`);
  const items = channel ? childrenOf(channel, 'item') : [];
  for (const item of items) {
    const place = textIn(item, 'guid') || textIn(item, 'link') || textIn(item, 'title');
    if (!has(item, 'title') && !has(item, 'description'))
      book.must(
        `${RSS}, <item>`,
        'Ein Eintrag hat weder <title> noch <description>.',
        'An item has neither <title> nor <description>.',
        place,
      );
    const time = textIn(item, 'pubDate');
    if (time !== '' && !MAIL_TIME.test(time))
      book.must(
        `${RSS}, <pubDate>`,
        'Ein Zeitpunkt folgt nicht RFC 822.',
        'A time does not follow RFC 822.',
        time,
      );
    const [guid] = childrenOf(item, 'guid');
    if (!guid)
      book.should(
        `${RSS}, <guid>`,
        'Ein Eintrag hat keine <guid>: Leser zeigen ihn nach einer Änderung noch einmal.',
        'An item has no <guid>: readers show it again after a change.',
        place,
      );
    else if (guid.attributes.isPermaLink !== 'false' && !isAddress(guid.text.trim()))
      book.must(
        `${RSS}, <guid>`,
        'Eine <guid> ist keine Adresse, sagt aber nicht isPermaLink="false".',
        'A <guid> is no address and does not say isPermaLink="false".',
        guid.text.trim(),
      );
  }
  return {
    standard: 'rss',
    findings: book.findings(),
    counts: [{ what: { de: 'Einträge', en: 'items' }, count: items.length }],
  };
};
