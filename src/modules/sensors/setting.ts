import type { Context } from '../../foundation/database/context.ts';
import type { PageVariables } from '../../foundation/ui/page.ts';
import type { AccountVariables } from '../accounts/index.ts';
import type { PlaceIndex } from '../municipalities/index.ts';

/** The municipality that is looked at. */
type Here = {
  label: string;
  parameters: Record<string, string>;
  ars: string;
  point: { lon: number; lat: number };
};

export type SensorEnvironment = {
  Variables: PageVariables & AccountVariables & { here: Here | undefined };
};

/** What sensors need of the rest of the house. */
export type SensorSetting = Context & {
  places: PlaceIndex;
  /** Of this house, for addresses; from the address of the request where none is set. */
  origin: (requestUrl: string) => string;
  /** Where the broker listens, for the service document; none: there is no MQTT. */
  mqttEndpoints: readonly string[];
  /** How many own proxies stand before the server. */ proxies: number;
  mapTiles?: { url: string; attribution: string } | undefined;
};
