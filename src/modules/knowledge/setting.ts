import type { Context } from '../../foundation/database/context.ts';
import type { PageVariables } from '../../foundation/ui/page.ts';
import type { AccountVariables } from '../accounts/index.ts';
import type { PlaceIndex } from '../municipalities/index.ts';

/** The municipality that is looked at. */
export type KnowledgeHere = { label: string; parameters: Record<string, string>; ars: string };

export type KnowledgeEnvironment = {
  Variables: PageVariables & AccountVariables & { here: KnowledgeHere | undefined };
};

/** What the pages of the network need of the rest of the house. */
export type KnowledgeSetting = Context & {
  places: PlaceIndex;
  /** Of this house, for addresses that are cited; from the address of the request where none is set. */
  origin: (requestUrl: string) => string;
  proxies: number;
  /** Fetches an address if it may be fetched; undefined: nothing came. */
  fetch: (url: string, mostBytes: number) => Promise<Uint8Array | undefined>;
};
