import type { PlaceIndex } from '../modules/municipalities/index.ts';
import type { Places } from '../modules/offers/index.ts';

/** What an import asks of the register; an address that fits several municipalities leads to none of them. */
export const placesOf = (index: PlaceIndex): Places => ({
  locate: (point) => {
    const answer = index.byPoint(point);
    return answer.kind === 'outside' ? undefined : { ars: answer.municipality.ars };
  },
  findPlace: (text) => {
    const answer = index.resolvePlace(text);
    return answer.kind === 'one' ? { ars: answer.municipality.ars } : undefined;
  },
});
