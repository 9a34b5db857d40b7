import { type XmlNode, xmlEntries } from '../../../foundation/text/xml-entries.ts';
import { textsInZip } from './read-zip.ts';
import { checkCap } from './standards/cap.ts';
import { checkAtom, checkRss } from './standards/feeds.ts';
import { checkGeoJson } from './standards/geojson.ts';
import { checkGtfs } from './standards/gtfs.ts';
import { checkICalendar } from './standards/icalendar.ts';
import { checkParkApi } from './standards/park-api.ts';
import { checkPubliccode } from './standards/publiccode.ts';
import type { Unreadable, Verdict } from './verdict.ts';

const GEO_TYPES = /^(Feature|FeatureCollection|Point|Multi.+|LineString|Polygon|GeometryCollection)$/;
const UNKNOWN: Unreadable = {
  unreadable: {
    de: 'Das ist keines der Formate, die hier geprüft werden.',
    en: 'This is none of the formats that are checked here.',
  },
};

const checkXml = async (bytes: Uint8Array): Promise<Verdict | Unreadable> => {
  for await (const entry of xmlEntries([bytes], (_, depth) => depth === 1)) {
    if ('unreadable' in entry) return entry;
    const { root, node }: { root: { namespace: string }; node: XmlNode } = entry;
    if (node.name === 'feed') return checkAtom(node);
    if (node.name === 'rss') return checkRss(node);
    if (node.name === 'alert') return checkCap(node, root.namespace);
  }
  return UNKNOWN;
};

const checkJson = (text: string): Verdict | Unreadable => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const what = error instanceof Error ? error.message.slice(0, 150) : '?';
    return { unreadable: { de: `Kein gültiges JSON: ${what}`, en: `Not valid JSON: ${what}` } };
  }
  const object = (typeof json === 'object' && json !== null ? json : {}) as Record<string, unknown>;
  if (typeof object.type === 'string' && GEO_TYPES.test(object.type)) return checkGeoJson(object);
  const items = Array.isArray(json) ? (json as unknown[]) : object.items;
  const [first] = Array.isArray(items) ? (items as unknown[]) : [];
  const isSite =
    typeof first === 'object' && first !== null && 'uid' in first && ('lat' in first || 'purpose' in first);
  return Array.isArray(items) && isSite ? checkParkApi(items as unknown[]) : UNKNOWN;
};

/** What a file is says its content, never its name: which standard it follows, and where it does not. */
export const checkFile = async (bytes: Uint8Array, now: Date): Promise<Verdict | Unreadable> => {
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 2_000))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (head.startsWith('PK\x03\x04')) {
    const texts = await textsInZip(bytes);
    if (!texts)
      return {
        unreadable: {
          de: 'Das Archiv ist nicht lesbar oder zu groß.',
          en: 'The archive is not readable or too large.',
        },
      };
    return ['stops.txt', 'trips.txt', 'routes.txt'].some((file) => texts.has(file))
      ? checkGtfs(texts, now)
      : UNKNOWN;
  }
  if (/^BEGIN:VCALENDAR/i.test(head)) return checkICalendar(bytes);
  if (head.startsWith('<')) return checkXml(bytes);
  const text = new TextDecoder().decode(bytes).replace(/^\ufeff/, '');
  if (/^[[{]/.test(head)) return checkJson(text);
  return /^\s*publiccodeYmlVersion\s*:/m.test(text) ? checkPubliccode(text) : UNKNOWN;
};
