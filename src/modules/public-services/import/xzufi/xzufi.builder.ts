/** Messages in the structure of the standard; every text is made up. */

const AGENCY = 'L100099';

type Style = { prefix?: string; version?: string; namespace?: string };

const HEAD = ({
  prefix = 'xzufi:',
  version = '2.2.0',
  namespace = 'http://xoev.de/schemata/xzufi/2_2_0',
}: Style) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${prefix}transfer.operation.040401 xmlns${prefix === '' ? '' : `:${prefix.slice(0, -1)}`}="${namespace}" xzufiVersion="${version}"><${prefix}nachrichtenkopf><${prefix}nachrichtenID>1</${prefix}nachrichtenID></${prefix}nachrichtenkopf>`;

/** Fills in the prefix: `<·name>` becomes `<xzufi:name>` or `<name>`. */
const prefixed = (xml: string, { prefix = 'xzufi:' }: Style): string => xml.replaceAll('·', prefix);

export const message = (entries: string[], style: Style = {}): string =>
  `${HEAD(style)}${entries.map((entry) => prefixed(entry, style)).join('\n')}</${style.prefix ?? 'xzufi:'}transfer.operation.040401>`;

export const head = HEAD({});
export const foot = '</xzufi:transfer.operation.040401>';

const id = (value: string, name = 'id'): string =>
  `<·${name} schemeAgencyID="${AGENCY}" schemeID="${name}">${value}</·${name}>`;

export const write = (position: number, content: string): string =>
  `<·schreibe><·transaktionPosition>${position}</·transaktionPosition>${content}</·schreibe>`;
export const remove = (position: number, name: string, value: string): string =>
  `<·loesche><·transaktionPosition>${position}</·transaktionPosition><·${name}>${id(value)}</·${name}></·loesche>`;

const module = (code: string, texts: Record<string, string>): string =>
  `<·modulText><·leikaTextmodul listURI="urn:xoev-de:fim:codeliste:xzufi.leikatextmodul"><code>${code}</code></·leikaTextmodul>${Object.entries(
    texts,
  )
    .map(([language, text]) => `<·inhalt languageCode="${language}">${text}</·inhalt>`)
    .join('')}</·modulText>`;

export const service = (
  key: string,
  name: Record<string, string>,
  texts: Record<string, Record<string, string>> = {},
  leika = '99115005000000',
): string =>
  `<·leistung>${id(key)}<·referenzLeiKa listURI="urn:de:fim:leika:leistung"><code>${leika}</code></·referenzLeiKa>${module('03', name)}${Object.entries(
    texts,
  )
    .map(([code, said]) => module(code, said))
    .join(
      '',
    )}<·modulBearbeitungsdauer><·beschreibung languageCode="de">sofort</·beschreibung></·modulBearbeitungsdauer></·leistung>`;

export const office = (key: string, name: string, more = ''): string =>
  `<·organisationseinheit>${id(key)}<·name><·name languageCode="de">${name}</·name></·name><·anschrift><·strasse>Lindenweg</·strasse><·hausnummer>3</·hausnummer><·postleitzahl>80331</·postleitzahl><·ort>München</·ort></·anschrift><·kommunikation><·kanal><code>01</code></·kanal><·kennung>089 1234</·kennung></·kommunikation>${more}</·organisationseinheit>`;

export const above = (key: string): string => id(key, 'uebergeordnetesOrganisationseinheitID');

export const rule = (key: string, serviceKey: string, officeKey: string, areas: string[]): string =>
  `<·zustaendigkeit>${id(key)}${id(serviceKey, 'leistungID')}${areas
    .map(
      (area) =>
        `<·gebietID schemeID="urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs">${area}</·gebietID>`,
    )
    .join('')}<·rolle><code>01</code></·rolle>${id(officeKey, 'organisationseinheitID')}</·zustaendigkeit>`;
