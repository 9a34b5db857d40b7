import type { Platform } from '../platform.ts';
import { exportAll } from './export-all.ts';
import { importAll } from './import-all.ts';

export type Command = (platform: Platform, rest: string[]) => Promise<void>;

/** What `npm start -- <name> …` can do besides serving. */
export const commands: Record<string, Command> = {
  export: exportAll,
  import: importAll,
};
