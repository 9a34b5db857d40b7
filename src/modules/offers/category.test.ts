import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Category,
  categories,
  categoryOfSchemaType,
  categoryOfTags,
  categoryOfText,
} from './category.ts';

test('every category has both labels, a type of schema.org, and places have tags', () => {
  const labels = new Set<string>();
  for (const [key, facts] of Object.entries(categories)) {
    assert.match(key, /^[a-z]+(-[a-z]+)*$/);
    assert.ok(facts.de !== '' && facts.en !== '' && /^[A-Z]\w+$/.test(facts.schemaType), key);
    assert.equal(facts.kind === 'place', facts.tags.length > 0, key);
    assert.ok(!labels.has(facts.de), facts.de);
    labels.add(facts.de);
  }
});

test('OSM tags: the specific wins over the general, what we do not show has none', () => {
  const cases: [Record<string, string>, Category | undefined][] = [
    [{ leisure: 'playground' }, 'playground'],
    [{ shop: 'bicycle' }, 'bicycle'],
    [{ shop: 'bakery' }, 'shop'],
    [{ shop: 'no' }, undefined],
    [{ tourism: 'information', information: 'guidepost' }, undefined],
    [{ tourism: 'information', information: 'office' }, 'tourist-information'],
    [{ amenity: 'place_of_worship', historic: 'church' }, 'place-of-worship'],
    [{ amenity: 'bench' }, undefined],
    [JSON.parse('{"__proto__": {"amenity": "library"}}'), undefined],
    [{}, undefined],
  ];
  for (const [tags, category] of cases) assert.equal(categoryOfTags(tags), category, JSON.stringify(tags));
});

test('types of schema.org with prefix, as address, several at once', () => {
  const cases: [string[], Category | undefined][] = [
    [['schema:Thing', 'schema:Museum', 'schema:TouristAttraction', 'schema:Synagogue'], 'museum'],
    [['https://schema.org/MusicEvent', 'schema:Event'], 'concert'],
    [['schema:Event'], 'other-event'],
    [['thuecat:GuidedTourEvent', 'schema:Event'], 'guided-tour'],
    [['thuecat:Trail'], 'hiking'],
    [['schema:Organization'], undefined],
    [[], undefined],
  ];
  for (const [types, category] of cases) assert.equal(categoryOfSchemaType(types), category, types.join());
});

test('German category texts', () => {
  const cases: [string, 'place' | 'event', Category | undefined][] = [
    ['Konzerte, Festivals, Show & Tanz', 'event', 'concert'],
    ['Märkte & Messen', 'event', 'market-event'],
    ['Familie & Kinder', 'event', 'children'],
    ['Feste & Brauchtum', 'event', 'festival'],
    ['Festivals & Open-Airs', 'event', 'festival'],
    ['Spitzensport', 'event', 'sports-event'],
    ['Kurzführung - Historische Altstadt', 'event', 'guided-tour'],
    ['Tipps', 'event', undefined],
    ['Öffentliches WC', 'place', 'toilet'],
    ['Wochenmärkte', 'event', 'market-event'],
    ['Bücherei', 'place', 'library'],
    ['', 'place', undefined],
  ];
  for (const [text, kind, category] of cases) assert.equal(categoryOfText(text, kind), category, text);
});
