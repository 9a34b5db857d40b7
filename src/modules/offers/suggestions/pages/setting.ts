import type { Context as HonoContext } from 'hono';
import type { Context } from '../../../../foundation/database/context.ts';
import type { Mail } from '../../../../foundation/mail/mail.ts';
import type { visitorOf } from '../../../accounts/index.ts';

/** What suggestions need of the rest of the house. */
export type SuggestionSetting = Context & {
  mail: Mail;
  onFault: (event: string, error: Error) => void;
  townOf: (ars: string) => { label: string; path: string } | undefined;
  visitor: (c: HonoContext) => ReturnType<typeof visitorOf>;
};
