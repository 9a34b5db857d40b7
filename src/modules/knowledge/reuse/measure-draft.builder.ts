import { aPublicEntry } from '../library/entry.builder.ts';
import type { MeasureDraft } from './contract.ts';
import { draftMeasure } from './draft-measure.ts';

/** As the invented case study makes it for a larger town. */
export const aMeasureDraft = (changes: Partial<MeasureDraft> = {}): MeasureDraft => ({
  ...draftMeasure(
    { ...aPublicEntry(), address: 'https://allmende.example/netzwerk/eintrag/1', population: 2000 },
    { ars: '082120000000', name: 'Karlsruhe', population: 300_000 },
  ),
  ...changes,
});
