import type { Message } from '../i18n/message.ts';
import type { Context } from './context.ts';

type Value = string | number | boolean | Date | null;

export type PersonalField = Message & {
  /** What the values of a closed list are called. */ words?: Record<string, Message>;
};

/** One class of what is stored about a person: `name` and the keys of `rows` stand in the file, the words on the page. */
export type PersonalData = {
  name: string;
  title: Message;
  fields: Record<string, PersonalField>;
  rows: Record<string, Value>[];
};

/** What a module stores about one person; the app hands every module's source to the page that shows all of it. */
export type PersonalDataSource = (
  context: Pick<Context, 'database'>,
  personId: string,
) => Promise<PersonalData[]>;
