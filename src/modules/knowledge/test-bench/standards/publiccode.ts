import { parse } from 'yaml';
import { type Notebook, notebook, type Unreadable, type Verdict } from '../verdict.ts';

// The standard publiccode.yml (0.2 to 0.5): https://yml.publiccode.tools

type Value = Record<string, unknown>;

const MOST_ALIASES = 50;
const DEVELOPMENT = ['concept', 'development', 'beta', 'stable', 'obsolete'];
const KINDS = [
  'standalone/mobile',
  'standalone/iot',
  'standalone/desktop',
  'standalone/web',
  'standalone/backend',
  'standalone/other',
  'addon',
  'library',
  'configurationFiles',
];
const MAINTENANCE = ['internal', 'contract', 'community', 'none'];
const LONGEST_SHORT = 150;
const LEAST_LONG = 150;
const MOST_LONG = 10_000;

const isObject = (value: unknown): value is Value =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

const at = (root: Value, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), root);

const REQUIRED = [
  'publiccodeYmlVersion',
  'name',
  'url',
  'platforms',
  'developmentStatus',
  'softwareType',
  'description',
  'legal.license',
  'maintenance.type',
  'localisation.localisationReady',
  'localisation.availableLanguages',
];

const CHOICES: [path: string, values: readonly string[]][] = [
  ['developmentStatus', DEVELOPMENT],
  ['softwareType', KINDS],
  ['maintenance.type', MAINTENANCE],
];

const checkDescription = (language: string, value: unknown, { must, should }: Notebook): void => {
  const place = `description.${language}`;
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(language))
    must(
      'publiccode.yml, description',
      'Ein Schlüssel unter description ist kein Sprachkürzel (BCP 47).',
      'A key below description is no language tag (BCP 47).',
      place,
    );
  const text = isObject(value) ? value : {};
  const short = typeof text.shortDescription === 'string' ? text.shortDescription : '';
  const long = typeof text.longDescription === 'string' ? text.longDescription : '';
  if (short === '')
    must(
      'publiccode.yml, shortDescription',
      'shortDescription fehlt.',
      'shortDescription is missing.',
      place,
    );
  if (short.length > LONGEST_SHORT)
    must(
      'publiccode.yml, shortDescription',
      'shortDescription ist länger als 150 Zeichen.',
      'shortDescription is longer than 150 characters.',
      place,
    );
  if (long.length < LEAST_LONG || long.length > MOST_LONG)
    must(
      'publiccode.yml, longDescription',
      'longDescription hat nicht 150 bis 10.000 Zeichen.',
      'longDescription does not have 150 to 10,000 characters.',
      `${place}: ${long.length}`,
    );
  if (!Array.isArray(text.features) || text.features.length === 0)
    must('publiccode.yml, features', 'features fehlt oder ist leer.', 'features is missing or empty.', place);
  if (!Array.isArray(text.screenshots))
    should('publiccode.yml, screenshots', 'Kein Bildschirmfoto.', 'No screenshot.', place);
};

const checkContacts = (root: Value, { must, should }: Notebook): void => {
  const kind = at(root, 'maintenance.type');
  const [contacts, contractors] = [at(root, 'maintenance.contacts'), at(root, 'maintenance.contractors')];
  if ((kind === 'internal' || kind === 'community') && !(Array.isArray(contacts) && contacts.length > 0))
    must(
      'publiccode.yml, maintenance/contacts',
      'Bei internal und community muss ein Kontakt stehen.',
      'With internal and community there must be a contact.',
    );
  if (kind === 'contract' && !(Array.isArray(contractors) && contractors.length > 0))
    must(
      'publiccode.yml, maintenance/contractors',
      'Bei contract muss stehen, wer und bis wann.',
      'With contract it must say who, and until when.',
    );
  if (kind === 'none')
    should(
      'publiccode.yml, maintenance/type',
      'Niemand pflegt die Software.',
      'Nobody maintains the software.',
    );
};

export const checkPubliccode = (text: string): Verdict | Unreadable => {
  let root: unknown;
  try {
    root = parse(text, { maxAliasCount: MOST_ALIASES });
  } catch (error) {
    const what = error instanceof Error ? error.message.split('\n')[0]?.slice(0, 150) : '?';
    return { unreadable: { de: `Kein gültiges YAML: ${what}`, en: `Not valid YAML: ${what}` } };
  }
  if (!isObject(root))
    return { unreadable: { de: 'Das ist kein publiccode.yml.', en: 'This is no publiccode.yml.' } };
  const book = notebook();
  for (const path of REQUIRED)
    if (at(root, path) === undefined || at(root, path) === null || at(root, path) === '')
      book.must(`publiccode.yml, ${path.replace('.', '/')}`, `${path} fehlt.`, `${path} is missing.`);
  for (const [path, values] of CHOICES) {
    const value = at(root, path);
    if (value !== undefined && !values.includes(String(value)))
      book.must(
        `publiccode.yml, ${path.replace('.', '/')}`,
        `${path} hat einen Wert, den es nicht gibt.`,
        `${path} has a value that there is not.`,
        String(value),
      );
  }
  const url = at(root, 'url');
  if (typeof url === 'string' && !URL.canParse(url))
    book.must('publiccode.yml, url', 'url ist keine Adresse.', 'url is no address.', url);
  const release = at(root, 'releaseDate');
  const day = release instanceof Date ? release.toISOString().slice(0, 10) : release;
  if (release === undefined)
    book.should(
      'publiccode.yml, releaseDate',
      'releaseDate fehlt: Niemand sieht, wie alt die Fassung ist.',
      'releaseDate is missing: nobody sees how old the version is.',
    );
  else if (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day))
    book.must(
      'publiccode.yml, releaseDate',
      'releaseDate ist kein Tag (JJJJ-MM-TT).',
      'releaseDate is no day (YYYY-MM-DD).',
      String(release),
    );
  const descriptions = at(root, 'description');
  if (isObject(descriptions))
    for (const [language, value] of Object.entries(descriptions)) checkDescription(language, value, book);
  checkContacts(root, book);
  const usedBy = at(root, 'usedBy');
  return {
    standard: 'publiccode',
    findings: book.findings(),
    counts: [
      {
        what: { de: 'genannte Nutzer', en: 'named users' },
        count: Array.isArray(usedBy) ? usedBy.length : 0,
      },
    ],
  };
};
