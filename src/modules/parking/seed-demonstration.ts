import type { Context } from '../../foundation/database/context.ts';
import { uuidOf } from '../../foundation/database/id.ts';
import { findTownAccount, saveTownAccount } from './money/town/town-account-store.ts';
import type { Window } from './spaces/open-times.ts';
import type { PoolFacts } from './spaces/pool.ts';
import { findHost, saveHost, savePool } from './spaces/pool-store.ts';
import { sealAccess } from './spaces/seal-access.ts';
import { saveZone } from './zones/zone-store.ts';

const KARLSRUHE = '082120000000';
const SQUARE = { lon: 8.4037, lat: 49.0093 };

/** The same at every start: an id of its name. */
const idOf = (name: string): string => uuidOf(`parking demonstration ${name}`);

const evenings: Window = {
  isOpen: true,
  weekdays: [1, 2, 3, 4, 5],
  fromMinute: 17 * 60,
  toMinute: 7 * 60,
  holidays: 'any',
};
const weekends: Window = { isOpen: true, weekdays: [6, 7], fromMinute: 0, toMinute: 1440, holidays: 'any' };
const weekdays: Window = {
  isOpen: true,
  weekdays: [1, 2, 3, 4, 5, 6],
  fromMinute: 6 * 60,
  toMinute: 20 * 60,
  holidays: 'any',
};

type Example = {
  name: string;
  kind: 'firm' | 'church' | 'school' | 'municipal' | 'housing';
  east: number;
  north: number;
  windows: Window[];
  facts?: Partial<PoolFacts>;
};

const EXAMPLES: Example[] = [
  {
    name: 'Rathaus, Hof (Beispiel)',
    kind: 'municipal',
    east: 40,
    north: -60,
    windows: [evenings, weekends],
    facts: { capacity: 24, centsPerHour: 100, isStepFree: true },
  },
  {
    name: 'Gemeindehaus (Beispiel)',
    kind: 'church',
    east: -160,
    north: 90,
    windows: [weekdays],
    facts: { capacity: 6, centsPerHour: 0 },
  },
  {
    name: 'Schule, Lehrerparkplatz (Beispiel)',
    kind: 'school',
    east: 230,
    north: 140,
    windows: [{ ...evenings, fromMinute: 16 * 60 }, weekends],
    facts: { capacity: 18, centsPerHour: 80 },
  },
  {
    name: 'Firma, Tiefgarage (Beispiel)',
    kind: 'firm',
    east: -90,
    north: -210,
    windows: [evenings, weekends],
    facts: {
      capacity: 12,
      kind: 'garage',
      heightCm: 200,
      isCovered: true,
      centsPerHour: 150,
      hasCharging: true,
    },
  },
  {
    name: 'Wohnungsbau, Hof (Beispiel)',
    kind: 'housing',
    east: 300,
    north: -120,
    windows: [weekdays],
    facts: { capacity: 4, neighbourSpaces: 1, centsPerHour: 120 },
  },
];

/** Numbers that banks and the Bundesbank publish as examples: nobody's account. */
const TOWN_ACCOUNT = {
  name: 'Stadt Karlsruhe (Beispiel)',
  address: 'Erfundene Adresse 1, 76131 Karlsruhe',
  iban: 'DE02120300000000202051',
  creditorId: 'DE98ZZZ09999999999',
  vatPercent: 19,
  taxNumber: '00/000/00000',
};

/** Invented spaces around the market square of Karlsruhe, for houses that demonstrate: nobody can park there. */
export const seedParkingDemonstration = async ({
  database,
  clock,
  secret,
}: Pick<Context, 'database' | 'clock'> & { secret: () => Buffer }): Promise<void> => {
  const now = clock();
  await saveZone(
    database,
    {
      ars: KARLSRUHE,
      id: idOf('zone'),
      name: 'Innenstadt (Beispiel)',
      outline: [
        { lon: 8.39, lat: 49.0 },
        { lon: 8.42, lat: 49.0 },
        { lon: 8.42, lat: 49.016 },
        { lon: 8.39, lat: 49.016 },
      ],
      highestCentsPerHour: 200,
      isSharingWanted: true,
      resolution: 'Erfundener Beschluss zur Vorführung',
      floorPercent: 0,
      isDemonstration: true,
    },
    now,
  );
  if (!(await findTownAccount(database, KARLSRUHE)))
    await saveTownAccount(database, { ars: KARLSRUHE, ...TOWN_ACCOUNT }, now);
  for (const { name, kind, east, north, windows, facts } of EXAMPLES) {
    const [id, hostId] = [idOf(name), idOf(`host ${name}`)];
    if (await findHost(database, KARLSRUHE, hostId)) continue;
    await saveHost(
      database,
      { ars: KARLSRUHE, id: hostId, kind, name, personId: null, isDemonstration: true },
      now,
    );
    await savePool(
      database,
      {
        ars: KARLSRUHE,
        id,
        hostId,
        facts: {
          name,
          kind: 'open',
          // A metre is so many degrees at this latitude.
          point: { lon: SQUARE.lon + east / 73_000, lat: SQUARE.lat + north / 111_000 },
          address: 'Erfundene Adresse',
          capacity: 1,
          neighbourSpaces: 0,
          vehicleSize: 'car',
          hasCharging: false,
          audience: 'everybody',
          accessKind: 'code',
          centsPerHour: 100,
          ...facts,
        },
        sealedAccess: await sealAccess(secret(), { ars: KARLSRUHE, id }, 'Schranke: 4711 (erfunden)'),
        permit: { answers: {}, verdict: 'green', checkedAt: now },
        state: 'shared',
        windows,
      },
      now,
    );
  }
};
