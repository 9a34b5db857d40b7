import { buildPlaceIndex, type PlaceIndex } from './place-index.ts';
import { planRegister } from './register-plan.ts';
import {
  readShippedBoundaries,
  readShippedPostcodeUses,
  readShippedRegister,
  readShippedSuccessions,
  SHIPPED_FOLDER,
} from './shipped-data.ts';

/** The place index of the shipped tables, without a database. */
export const shippedPlaceIndex = async (): Promise<PlaceIndex> => {
  const { added: units } = planRegister([], await readShippedRegister(SHIPPED_FOLDER), () => false);
  return buildPlaceIndex({
    units,
    successions: await readShippedSuccessions(SHIPPED_FOLDER),
    boundaries: await readShippedBoundaries(SHIPPED_FOLDER),
    postcodes: await readShippedPostcodeUses(SHIPPED_FOLDER),
  });
};
