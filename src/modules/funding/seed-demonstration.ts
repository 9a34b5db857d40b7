import type { Context } from '../../foundation/database/context.ts';
import { addDays, berlinDay } from '../../foundation/time/zone.ts';
import type { OrganisationKey } from '../accounts/index.ts';
import type { ProgrammeFacts } from './contract.ts';
import { insertProgramme, listOwnProgrammes } from './programmes/programme-store.ts';

const blank: Omit<ProgrammeFacts, 'title' | 'giver' | 'sourceUrl'> = {
  level: 'state',
  area: null,
  areaText: '',
  applicants: null,
  inhabitants: null,
  fields: null,
  money: { rate: null, isUpTo: false, weakRate: null, cap: null, leastCost: null, text: '' },
  deadline: { opens: null, closes: null, isRolling: false, isSaidClosed: false, text: '' },
  notWith: null,
  sourceOn: null,
};

/** One that fits many, one of which little is known, one that is over. */
const invented = (today: string): ProgrammeFacts[] => [
  {
    ...blank,
    title: 'Gute Wege im Dorf',
    giver: 'Beispielbund',
    level: 'federal',
    area: [''],
    applicants: { kinds: ['municipality', 'joint'], rest: '' },
    inhabitants: { from: null, to: 20_000 },
    fields: { ids: ['mobility', 'generalInterest', 'administration'], rest: '' },
    money: { rate: 80, isUpTo: false, weakRate: 95, cap: 50_000, leastCost: 5_000, text: '' },
    deadline: { ...blank.deadline, closes: addDays(today, 60) },
    notWith: [],
    sourceOn: today.slice(0, 7),
    sourceUrl: 'https://bund.example/gute-wege',
  },
  {
    ...blank,
    title: 'Digitales Ehrenamt',
    giver: 'Beispielland',
    areaText: 'Beispielland',
    deadline: { ...blank.deadline, text: 'fortlaufend, laut einer Seite ohne Datum' },
    sourceUrl: 'https://land.example/ehrenamt',
  },
  {
    ...blank,
    title: 'Rathaus ohne Papier',
    giver: 'Beispielland',
    area: ['08'],
    areaText: 'Baden-Württemberg',
    fields: { ids: ['administration'], rest: '' },
    deadline: { ...blank.deadline, closes: addDays(today, -30) },
    sourceOn: today.slice(0, 4),
    sourceUrl: 'https://land.example/ohne-papier',
  },
];

/** Programmes to try, in a demonstration only; doing it again changes nothing. */
export const seedFundingDemonstration = async (
  { database, clock, newId }: Context,
  keeper: OrganisationKey,
): Promise<void> => {
  if ((await listOwnProgrammes(database, keeper)).some(({ demonstration }) => demonstration)) return;
  const now = clock();
  for (const facts of invented(berlinDay(now)))
    await insertProgramme(database, keeper, { id: newId(), facts, now, demonstration: true });
};
