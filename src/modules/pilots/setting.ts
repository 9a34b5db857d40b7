import type { Context } from '../../foundation/database/context.ts';
import type { PageVariables } from '../../foundation/ui/page.ts';
import type { AccountVariables } from '../accounts/index.ts';
import type { PlaceIndex } from '../municipalities/index.ts';
import type { IndicatorSource } from './contract.ts';

export type PilotEnvironment = { Variables: PageVariables & AccountVariables };

/** What a pilot needs of the rest of the house. */
export type PilotSetting = Context & {
  places: PlaceIndex;
  /** Daily values that something in the house measures. */ measured: IndicatorSource;
  /** Measures of an agenda that a pilot can try. */ measures: (
    ars: string,
  ) => Promise<
    { id: string; title: string /** Absent where nobody but the desk may see it. */; path?: string }[]
  >;
};
