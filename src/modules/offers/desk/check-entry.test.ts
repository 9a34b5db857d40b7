import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import '../../../foundation/time/zone.ts';
import { foldText } from '../../../foundation/text/search-text.ts';
import { type Category, categories } from '../category.ts';
import { readRow } from '../import/table/table-mapping.ts';
import { checkEntry, type FaultReason } from './check-entry.ts';
import { type EntryFields, entryFields } from './entry.ts';
import { namedCategory, normalFields } from './normal-fields.ts';

const event: EntryFields = { name: 'Fest', category: 'festival', start: '3.3.2027' };
const place: EntryFields = { name: 'Bücherei', category: 'library' };

const reasonsOf = (fields: EntryFields): string[] => {
  const checked = checkEntry(normalFields(fields));
  return 'faults' in checked ? checked.faults.map(({ field, reason }) => `${field} ${reason}`) : [];
};

const cases: [fields: EntryFields, faults: string[]][] = [
  [event, []],
  [place, []],
  [{ ...event, startTime: '18 Uhr', end: '4.3.27', endTime: '2.30 Uhr' }, []],
  [{ ...event, category: 'Konzert' }, []],
  [{ ...event, category: 'Kinderkonzert' }, []],
  [{}, ['name name-missing', 'category category-missing']],
  [{ ...event, name: '<b></b>' }, ['name name-missing']],
  [{ ...place, name: 'x'.repeat(301) }, ['name text-too-long']],
  [{ ...place, category: 'Bücherrei' }, ['category category-unknown']],
  [{ ...place, category: 'Xyzzy' }, ['category category-unknown']],
  [{ name: 'Fest', category: 'festival' }, ['start date-missing']],
  [{ ...event, start: 'morgen' }, ['start date-unreadable']],
  [{ ...event, start: '31.2.2027' }, ['start date-unreadable']],
  [{ ...place, start: '3.3.2027' }, ['start date-of-place']],
  [
    { ...event, end: 'irgendwann', repeatUntil: 'nie' },
    ['end date-unreadable', 'repeatUntil date-unreadable'],
  ],
  [
    { ...event, startTime: 'abends', endTime: '25 Uhr' },
    ['startTime time-unreadable', 'endTime time-unreadable'],
  ],
  [{ ...event, end: '2.3.2027' }, ['end end-before-start']],
  [{ ...event, startTime: '18', endTime: '17' }, ['endTime end-before-start']],
  [{ ...event, startTime: '18:00', end: '17:00' }, ['end end-before-start']],
  [{ ...event, repeat: 'manchmal' }, ['repeat repeat-unreadable']],
  [{ ...place, postcode: '1067' }, []],
  [{ ...place, postcode: 'D-76133' }, ['postcode postcode-unreadable']],
  [{ ...place, link: 'www.stadt.example' }, []],
  [{ ...place, link: 'javascript:alert(1)' }, ['link link-unreadable']],
  [{ ...place, link: 'mailto:a@b.example' }, ['link link-unreadable']],
  [{ ...place, lon: '8,4' }, ['lat point-half']],
  [{ ...place, lon: '8,4', lat: 'Nord' }, ['lat point-unreadable']],
  [{ ...place, lon: '2,35', lat: '48,85' }, ['lon point-abroad']],
  [{ ...place, lon: '0', lat: '0' }, ['lon point-abroad']],
  [{ ...place, stepFree: 'vielleicht' }, ['stepFree access-unreadable']],
  [{ ...event, status: 'fällt aus' }, []],
  [{ ...event, status: 'mal sehen' }, ['status status-unreadable']],
  [{ ...place, language: 'de, en' }, []],
  [{ ...place, language: 'deutsch' }, ['language language-unreadable']],
];
for (const [fields, faults] of cases)
  test(`${JSON.stringify(fields).slice(0, 90)}: ${faults.join(', ') || 'sound'}`, () =>
    assert.deepEqual(reasonsOf(fields), faults));

const suggestions: [text: string, category: Category | undefined][] = [
  ['Spilplatz', 'playground'],
  ['Konzrt', 'concert'],
  ['Ausstelung', 'exhibition'],
  ['12345', undefined],
];
for (const [text, category] of suggestions)
  test(`»${text}« leads to ${category ?? 'no suggestion'}`, () => {
    const checked = checkEntry({ name: 'X', category: text });
    assert.ok('faults' in checked);
    const [found] = checked.faults;
    assert.deepEqual([found?.reason, found?.suggestion], ['category-unknown', category]);
  });

test('every name of a category leads to it, and no two share one', () => {
  for (const category of Object.keys(categories) as Category[])
    assert.equal(namedCategory(categories[category].de), category);
  const labels = Object.values(categories).map(({ de }) => foldText(de));
  assert.equal(new Set(labels).size, labels.length);
});

const words = [
  '',
  ' ',
  '-',
  'Fest',
  'Bücherei',
  'library',
  'concert',
  'Führung',
  'xyzzy',
  '3.3.2027',
  '2027-03-03',
  '31.2.2027',
  'Mi, 3.3.2027 18:00',
  '18 Uhr',
  '18:00',
  '25:00',
  'morgen',
  'ja',
  'nein',
  'teils',
  '76133',
  '1067',
  'D-1',
  'wöchentlich',
  'FREQ=WEEKLY;COUNT=3',
  'FREQ=SECONDLY',
  'nie',
  '8,4',
  '49.0',
  '0',
  '99',
  '1e3',
  'https://a.example',
  'javascript:x',
  'abgesagt',
  'de',
  'deutsch',
  '<p>Hallo</p>',
  '<i></i>',
  '\u0000',
  '\ud800',
  'x'.repeat(9_000),
];
const anyFields = fc.dictionary(
  fc.constantFrom(...entryFields),
  fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 12 })),
) as fc.Arbitrary<EntryFields>;

const STRICTER = new Set<FaultReason>([
  'category-unknown',
  'date-unreadable',
  'date-of-place',
  'end-before-start',
  'time-unreadable',
  'postcode-unreadable',
  'link-unreadable',
  'point-half',
  'access-unreadable',
  'status-unreadable',
  'language-unreadable',
  'text-too-long',
]);
const mapping = {
  columns: Object.fromEntries(entryFields.map((field) => [field, field])),
  constants: { id: 'entry' },
  categories: {},
};

test('what the check lets pass every import reads alike, and what it refuses no import reads, but for the stricter rules', () => {
  let sound = 0;
  const seen = new Set<FaultReason>();
  fc.assert(
    fc.property(anyFields, fc.constantFrom({}, event, place), (typed, base) => {
      const fields = normalFields({ ...base, ...typed });
      const checked = checkEntry(fields);
      const read = readRow(fields, mapping);
      if ('facts' in checked) {
        sound += 1;
        assert.ok('facts' in read);
        // An import makes an event of a word that it does not know; the check names a category or none.
        if (namedCategory(fields.category ?? '')) assert.deepEqual(read.facts, checked.facts);
        return;
      }
      for (const { reason } of checked.faults) seen.add(reason);
      if ('facts' in read) assert.ok(checked.faults.every(({ reason }) => STRICTER.has(reason)));
    }),
    { numRuns: 3_000 },
  );
  assert.ok(sound > 200, `${sound} sound`);
  assert.ok(seen.size > 12, [...seen].join());
});

test('a normal form stays as it is, and means the same', () => {
  fc.assert(
    fc.property(anyFields, (typed) => {
      const once = normalFields(typed);
      assert.deepEqual(normalFields(once), once);
    }),
    { numRuns: 2_000 },
  );
  assert.deepEqual(
    normalFields({
      start: '3.3.27 18 Uhr',
      startTime: '8 Uhr',
      category: 'Bücherei',
      stepFree: 'x',
      repeat: 'Weekly',
      status: 'geplant',
      description: ' a \r\n\r\n\r\n b ',
      postcode: '1067',
    }),
    {
      start: '03.03.2027 18:00',
      startTime: '08:00',
      category: 'library',
      stepFree: 'ja',
      repeat: 'wöchentlich',
      description: 'a\n\nb',
      postcode: '01067',
    },
  );
});
