import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { faultsBeforePublishing, readParts } from './check-parts.ts';
import { kinds, type Part, type PartFault } from './contract.ts';
import { aCaseStudy, aStoppedProject } from './entry.builder.ts';
import { kindRules, partsOf } from './kind-rule.ts';

const readings: [part: Part, typed: string, expected: string | { fault: PartFault }][] = [
  ['costOnce', '12.500 €', '12500'],
  ['costOnce', '12 500', '12500'],
  ['costOnce', '0', '0'],
  ['costOnce', '12,50', { fault: 'no-number' }],
  ['costOnce', '-3', { fault: 'no-number' }],
  ['costOnce', '99999999999', { fault: 'no-number' }],
  ['begun', '2025-03', '2025-03'],
  ['begun', '2025-13', { fault: 'no-month' }],
  ['begun', 'März 2025', { fault: 'no-month' }],
  ['field', 'mobility', 'mobility'],
  ['field', 'flying', { fault: 'no-choice' }],
  ['address', 'www.stadt.example/bericht', 'https://www.stadt.example/bericht'],
  ['address', 'javascript:alert(1)', { fault: 'no-link' }],
  ['address', 'mailto:a@stadt.example', { fault: 'no-link' }],
  ['title', '<b>Sensoren</b> im\nBach', 'Sensoren im Bach'],
  ['title', 'x'.repeat(121), { fault: 'too-long' }],
];
for (const [part, typed, expected] of readings)
  test(`${part} »${typed.slice(0, 20)}« is read as ${JSON.stringify(expected)}`, () => {
    const { parts, faults } = readParts('caseStudy', { [part]: typed });
    if (typeof expected === 'string') assert.equal(parts[part], expected);
    else assert.equal(faults[part], expected.fault);
  });

test('a part that a kind does not have is dropped: a stopped project has no contact', () => {
  const { parts } = readParts('stopped', { title: 'Versuch', contactRole: 'Bauamt', partners: 'Stadtwerke' });
  assert.deepEqual(parts, { title: 'Versuch' });
});

test('every kind names each part once, and asks for title, summary and licence', () => {
  for (const kind of kinds) {
    const parts = partsOf(kind);
    assert.equal(new Set(parts).size, parts.length, kind);
    for (const part of ['title', 'summary', 'licence'] as const)
      assert.ok(kindRules[kind].required.includes(part), `${kind} ${part}`);
  }
});

test('complete is published; without any one required part it is not', () => {
  assert.deepEqual(faultsBeforePublishing('caseStudy', aCaseStudy(), []), {});
  for (const part of kindRules.caseStudy.required) {
    const { [part]: _, ...without } = aCaseStudy();
    assert.deepEqual(faultsBeforePublishing('caseStudy', without, []), { [part]: 'missing' });
  }
});

const origins: [text: string, names: string[], tells: boolean][] = [
  ['In Leezen fehlte das Geld.', ['Leezen'], true],
  ['Die Leezener wollten nicht.', ['Leezen'], true],
  ['Das Amt hatte kein Personal.', ['Amt Leezen'], false],
  ['Das Amt Leezen hatte kein Personal.', ['Amt Leezen'], true],
  ['Das hatten wir auch gedacht.', ['Au'], false],
  ['In Au war es anders.', ['Au'], true],
  ['In Bad Münster am Stein fehlte …', ['Bad Muenster am Stein'], true],
];
for (const [text, names, tells] of origins)
  test(`»${text}« ${tells ? 'tells' : 'does not tell'} that it was ${names[0]}`, () => {
    const faults = faultsBeforePublishing('stopped', aStoppedProject({ failed: text }), names);
    assert.deepEqual(faults, tells ? { failed: 'names-origin' } : {});
    assert.deepEqual(faultsBeforePublishing('caseStudy', aCaseStudy({ failed: text }), names), {});
  });

test('whatever is typed, reading it twice is reading it once', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...partsOf('caseStudy')), fc.string()), (typed) => {
      const once = readParts('caseStudy', typed);
      assert.deepEqual(readParts('caseStudy', once.parts as Record<string, string>), once);
    }),
  );
});
