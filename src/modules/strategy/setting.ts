import type { Context } from '../../foundation/database/context.ts';
import type { Language } from '../../foundation/i18n/language.ts';
import type { Message } from '../../foundation/i18n/message.ts';
import type { PageVariables } from '../../foundation/ui/page.ts';
import type { AccountVariables } from '../accounts/index.ts';
import type { PlaceIndex } from '../municipalities/index.ts';

/** The municipality that is looked at. */
type Here = { label: string; parameters: Record<string, string>; ars: string };

export type StrategyEnvironment = {
  Variables: PageVariables & AccountVariables & { here: Here | undefined };
};

/** What the agenda needs of the rest of the house. */
export type StrategySetting = Context & {
  places: PlaceIndex;
  /** What the platform knows of a unit, by question of the self-check: evidence instead of ticks. */
  evidence: (ars: string) => Promise<Record<string, Message>>;
  /** Of this house, for addresses in mails and papers; from the address of the request where none is set. */
  origin: (requestUrl: string) => string;
  /** Where people say what they think of goals or measures of a unit; the door of another module. */ talkOf: (
    language: Language,
    ars: string,
    kind: 'goal' | 'measure',
  ) => Promise<(id: string) => { label: string; href: string }>;
  /** What is to be settled first, in the words of the library. */ checkText: (
    language: Language,
    what: string,
  ) => string;
};
