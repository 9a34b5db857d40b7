import type { Context } from '../../../foundation/database/context.ts';
import type { LonLat } from '../../../foundation/geo/point.ts';
import type { PageVariables } from '../../../foundation/ui/page.ts';
import type { PlaceIndex } from '../../municipalities/index.ts';

/** The place that is looked at; its point is where somebody is only where it is a position. */
export type ServiceHere = {
  label: string;
  parameters: Record<string, string>;
  point: LonLat;
  ars: string;
  isPosition: boolean;
};

export type ServicePageVariables = PageVariables & { here: ServiceHere | undefined };

/** What the pages need of the rest of the house: the register, and the origin of links. */
export type ServicePageSetting = Context & { places: PlaceIndex; origin: (requestUrl: string) => string };
