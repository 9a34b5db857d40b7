import type { Context } from '../../foundation/database/context.ts';
import type { LonLat } from '../../foundation/geo/point.ts';
import type { PageVariables } from '../../foundation/ui/page.ts';
import type { AccountVariables } from '../accounts/index.ts';
import type { PlaceIndex } from '../municipalities/index.ts';
import type { PaymentProvider } from './money/payment-provider.ts';

/** The place that is looked at; its point is where somebody is only where it is a position. */
export type ParkingHere = {
  label: string;
  parameters: Record<string, string>;
  point: LonLat;
  ars: string;
  isPosition: boolean;
};

export type ParkingEnvironment = {
  Variables: PageVariables & AccountVariables & { here: ParkingHere | undefined };
};

/** What the pages of parking need of the rest of the house. */
export type ParkingSetting = Context & {
  places: PlaceIndex;
  proxies: number;
  /** The background of maps; absent: boundaries alone. */ mapTiles?:
    | { url: string; attribution: string }
    | undefined;
  /** Seals how one gets in, and hashes plates; 32 bytes, of this house alone. */ secret: () => Buffer;
  /** Where the building authority of a place is asked; absent: it has no form here. */
  askAuthority: (ars: string) => Promise<{ href: string } | undefined>;
  /** Who holds drivers' money; absent: private hosts share free of charge only. */
  payments?: PaymentProvider | undefined;
  /** Has a forecast computed in the background; absent: nothing is computed here. */
  askForecast?: ((key: { ars: string; questionHash: string }) => Promise<void>) | undefined;
};
