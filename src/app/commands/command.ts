import type { Context } from '../../foundation/database/context.ts';
import type { Connection } from '../../foundation/database/database.ts';

export type CommandContext = Context & { connection: Connection };

/** A fault that the caller can mend throws an Error with what to do: it ends with that text and exit code 1. */
export type Command = {
  /** The words behind the name, as the table of commands shows them. */ usage: string;
  help: string;
  run: (context: CommandContext, rest: string[]) => Promise<void>;
};

/** @throws Error with the right form where a word is missing or too many. */
export const required = (words: string[], name: string, { usage }: Pick<Command, 'usage'>): void => {
  const expected = usage.split(' ').filter((word) => word.startsWith('<')).length;
  if (words.length !== expected) throw new Error(`So geht es: npm start -- ${name} ${usage}`);
};
