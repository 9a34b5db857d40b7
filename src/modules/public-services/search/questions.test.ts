import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { testDatabase } from '../../../foundation/testing/database.ts';
import { seedMunicipalities } from '../../municipalities/index.ts';
import { berlinSource, importText, munichSource, realLists } from '../import/import.builder.ts';
import { questions } from './questions.builder.ts';
import { searchServices } from './search-services.ts';

const LEAST_SHARE = 0.95;
const UNITS = {
  München: ['091620000000', '09162', '091', '09'],
  Berlin: ['110000000000', '11000', '11'],
};

const skip = existsSync('../shared/data/services') ? false : 'the real lists are not here';

test('everyday questions are answered within the first three', { skip }, async (t) => {
  const context = await testDatabase();
  await seedMunicipalities(context);
  const areas = { findArea: (key: string) => ({ ars: key }) };
  await importText(context, munichSource, realLists('muenchen'), areas);
  await importText(context, berlinSource, realLists('berlin_2016'), areas);
  const misses: string[] = [];
  const started = performance.now();
  for (const [town, question, name, why = 'not known why'] of questions) {
    const found = await searchServices(context, { text: question, units: UNITS[town] });
    const names = found.slice(0, 3).map(({ facts }) => facts.name);
    if (!names.some((one) => name.test(one)))
      misses.push(`${town}, »${question}« (${why}): ${names.join(' | ')}`);
  }
  const each = (performance.now() - started) / questions.length;
  const hits = questions.length - misses.length;
  t.diagnostic(
    `${hits} of ${questions.length} (${((100 * hits) / questions.length).toFixed(1)} %), ${each.toFixed(0)} ms each`,
  );
  for (const miss of misses) t.diagnostic(`miss: ${miss}`);
  assert.ok(questions.length >= 60);
  assert.ok(hits / questions.length >= LEAST_SHARE, misses.join('\n'));
});
