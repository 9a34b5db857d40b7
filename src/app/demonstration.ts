import type { Context } from '../foundation/database/context.ts';
import { seedDelegation, seedOrganisation } from '../modules/accounts/index.ts';
import { seedFundingDemonstration } from '../modules/funding/index.ts';
import { seedKnowledgeDemonstration } from '../modules/knowledge/index.ts';
import type { PlaceIndex } from '../modules/municipalities/index.ts';
import { seedDesk } from '../modules/offers/index.ts';
import { seedParkingDemonstration, seedPilotDemonstration } from '../modules/parking/index.ts';
import { seedPilotTrial } from '../modules/pilots/index.ts';
import { seedSensorDemonstration } from '../modules/sensors/index.ts';
import { seedSprintDemonstration } from '../modules/sprints/index.ts';
import { listMeasures, seedStrategyDemonstration, TRIED_MEASURE } from '../modules/strategy/index.ts';
import { organisationsOf } from './desk/organisations.ts';

type Staff = Parameters<typeof seedOrganisation>[2];

// The association stands first: the village then leaves its editing to it.
/** Invented people, each known by a mail address that no mail can reach (RFC 2606); their links lie in /postfach. */
export const demonstrationStaff: { key: string; people: Staff }[] = [
  {
    key: '010605053',
    people: [
      {
        mail: 'amt@leezen.example',
        name: 'Amt Leezen (Beispiel)',
        roles: ['administrator', 'editor', 'caseWorker'],
      },
    ],
  },
  {
    key: '010605053053',
    people: [
      { mail: 'verwaltung@leezen.example', name: 'Verwaltung Leezen (Beispiel)', roles: ['administrator'] },
      {
        mail: 'redaktion@leezen.example',
        name: 'Redaktion Leezen (Beispiel)',
        roles: ['editor', 'digitalOfficer'],
      },
      {
        mail: 'datenschutz@leezen.example',
        name: 'Datenschutz Leezen (Beispiel)',
        roles: ['dataProtectionOfficer'],
      },
      { mail: 'buergerbuero@leezen.example', name: 'Bürgerbüro Leezen (Beispiel)', roles: ['caseWorker'] },
    ],
  },
  {
    key: '082120000000',
    people: [
      {
        mail: 'karlsruhe@stadt.example',
        name: 'Karlsruhe (Beispiel)',
        roles: ['administrator', 'editor', 'digitalOfficer', 'caseWorker', 'networkModerator'],
      },
    ],
  },
];

/** An association plans for its members, who have agendas of their own here. */
const isTown = ({ organisation: { ars } }: { organisation: { ars: string } }): boolean => ars.length === 12;

/** The measure of the invented agenda that its invented pilot is about. */
const triedMeasure = async ({ database }: Context, ars: string): Promise<string | null> =>
  (await listMeasures(database, ars)).find(({ facts }) => facts.title === TRIED_MEASURE)?.id ?? null;

/** Desks to try, in a demonstration only; doing it again changes nothing. */
export const seedDemonstration = async (
  context: Context & { secret: () => Buffer },
  places: PlaceIndex,
): Promise<void> => {
  await seedParkingDemonstration(context);
  await seedPilotDemonstration(context);
  const organisations = organisationsOf(places);
  const find = (key: string) => {
    const found = organisations.find(key);
    if (!found) throw new Error(`The register has no ${key}.`);
    return found;
  };
  for (const { key, people } of demonstrationStaff) {
    const acting = await seedOrganisation(context, find(key), people);
    const editor = acting.find(({ roles }) => roles.includes('editor'));
    if (editor) await seedDesk(context, editor);
    if (editor) await seedKnowledgeDemonstration(context, editor);
    if (editor && isTown(editor)) await seedStrategyDemonstration(context, editor);
    const point = places.get(key)?.point;
    if (editor && isTown(editor) && point) await seedSensorDemonstration(context, key, point);
    const moderator = acting.find(({ roles }) => roles.includes('networkModerator'));
    if (moderator) await seedFundingDemonstration(context, moderator.organisation);
    const [head] = acting;
    if (key === '010605053053') await seedPilotTrial(context, key, await triedMeasure(context, key));
    if (key === '010605053053') await seedSprintDemonstration(context, key);
    if (head && key === '010605053053') await seedDelegation(context, head, find('010605053'));
  }
};
