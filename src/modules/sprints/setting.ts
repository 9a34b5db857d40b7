import type { Context } from '../../foundation/database/context.ts';
import type { PageVariables } from '../../foundation/ui/page.ts';
import type { AccountVariables } from '../accounts/index.ts';
import type { PlaceIndex } from '../municipalities/index.ts';
import type { BacklogOffer, OutputKind } from './contract.ts';
import type { LiveRooms } from './live/live-rooms.ts';

export type SprintEnvironment = { Variables: PageVariables & AccountVariables };

/** What a sprint needs of the rest of the house. */
export type SprintSetting = Context & {
  places: PlaceIndex;
  /** How many servers of our own stand before this one. */ proxies: number;
  /** Of this house, for links that are handed around; from the address of the request where none is set. */
  origin: (requestUrl: string) => string;
  /** What is unsolved in this town, as other modules know it. */ backlog: (
    ars: string,
  ) => Promise<BacklogOffer[]>;
  /** Where everybody reads what became of an output; absent as long as only the desk sees it. */ outcome: (
    ars: string,
    kind: OutputKind,
    id: string,
  ) => Promise<string | undefined>;
  live: LiveRooms;
};
