import { inBerlin } from '../../../foundation/time/zone.ts';
import { noteDemand } from '../pricing/note-demand.ts';
import type { ParkingSetting } from '../setting.ts';
import { instantOf } from '../slot.ts';
import { countRefusal } from '../town/day-store.ts';
import { isInside } from '../zones/zone.ts';
import { listZones } from '../zones/zone-store.ts';
import { askForSpace } from './ask-for-space.ts';
import type { Asked, AskRefusal } from './asked.ts';

/** Refusals that say where spaces are missing, and not what was typed. */
const COUNTED = new Set<string>(['nothing-near', 'nothing-suits', 'too-dear', 'full', 'kept-for-others']);

export const isShortage = ({ refused }: AskRefusal): boolean => COUNTED.has(refused);

/** Asks, and notes without a person what was wanted where: prices and the town's figures learn from it. */
export const askAndNote = async (
  setting: Pick<ParkingSetting, 'database' | 'clock' | 'newId' | 'secret' | 'places'>,
  ars: string,
  asked: Asked,
): ReturnType<typeof askForSpace> => {
  const answer = await askForSpace(setting, asked);
  const isRefused = 'refused' in answer;
  if (!isRefused || isShortage(answer)) await noteDemand(setting, ars, asked);
  if (!isRefused || !isShortage(answer)) return answer;
  const begins = inBerlin(instantOf(asked.from));
  const day = begins.toPlainDate().toString();
  const zones = await listZones(setting.database, ars);
  const zone = zones.find(({ outline }) => isInside(asked.destination, outline))?.name ?? '';
  await countRefusal(setting.database, { ars, day, hour: begins.hour, reason: answer.refused, zone });
  return answer;
};
