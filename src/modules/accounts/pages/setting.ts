import type { Context } from '../../../foundation/database/context.ts';
import type { PersonalDataSource } from '../../../foundation/database/personal-data.ts';
import type { Language } from '../../../foundation/i18n/language.ts';
import type { Mail } from '../../../foundation/mail/mail.ts';
import type { PageVariables } from '../../../foundation/ui/page.ts';
import type { Provider } from '../provider/provider.ts';
import type { SignedIn } from '../sign-in/sessions.ts';

export type AccountVariables = { signedIn: SignedIn | undefined };

export type AccountEnvironment = { Variables: PageVariables & AccountVariables };

export type AccountSetting = Context & {
  mail: Mail;
  /** Where mails that stay here can be read; absent: nowhere. */ mailboxPath?: string | undefined;
  publicUrl?: string | undefined;
  proxies: number;
  provider?: Provider | undefined;
  /** What other modules store about a person. */ furtherData: readonly PersonalDataSource[];
  /** What else of this person can be seen in the house. */ furtherPages?: (
    language: Language,
  ) => { label: string; path: string }[];
  /** Told by a short word what went wrong; no address, no name. */ onFault: (
    event: string,
    error: Error,
  ) => void;
};
