import type { ProgrammeFacts } from './contract.ts';

/** A programme of which nothing is known but its name. */
export const aBlankProgramme = (facts: Partial<ProgrammeFacts> = {}): ProgrammeFacts => ({
  title: 'Gute Wege',
  giver: 'Beispielland',
  level: null,
  area: null,
  areaText: '',
  applicants: null,
  inhabitants: null,
  fields: null,
  money: { rate: null, isUpTo: false, weakRate: null, cap: null, leastCost: null, text: '' },
  deadline: { opens: null, closes: null, isRolling: false, isSaidClosed: false, text: '' },
  notWith: null,
  sourceOn: null,
  sourceUrl: 'https://land.example/gute-wege',
  ...facts,
});

/** A programme whose every condition is written as a rule. */
export const aProgramme = (facts: Partial<ProgrammeFacts> = {}): ProgrammeFacts =>
  aBlankProgramme({
    level: 'state',
    area: ['01'],
    areaText: 'Schleswig-Holstein',
    applicants: { kinds: ['municipality'], rest: '' },
    inhabitants: { from: null, to: 20_000 },
    fields: { ids: ['mobility'], rest: '' },
    money: { rate: 80, isUpTo: false, weakRate: 95, cap: 50_000, leastCost: 10_000, text: '' },
    deadline: { opens: null, closes: '2027-03-31', isRolling: false, isSaidClosed: false, text: '' },
    notWith: ['Städtebau'],
    sourceOn: '2026-10',
    ...facts,
  });
