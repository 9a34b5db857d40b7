import { join, resolve } from 'node:path';
import * as v from 'valibot';

const port = v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65_535));
const webAddress = v.pipe(v.string(), v.url(), v.regex(/^https?:\/\//));

/** One line for each variable: how it is parsed, its default, and what a person is told is allowed. */
const variables = {
  PORT: { schema: v.optional(port, '3000'), allowed: 'eine Zahl von 0 bis 65535 / a number from 0 to 65535' },
  HOST: {
    schema: v.optional(v.pipe(v.string(), v.nonEmpty()), '127.0.0.1'),
    allowed: 'eine Adresse dieses Rechners / an address of this machine',
  },
  DATABASE_URL: {
    schema: v.optional(v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\//))),
    allowed: 'postgres://Konto:Kennwort@Rechner:Port/Datenbank',
  },
  ALLMENDE_DIR: {
    schema: v.optional(v.pipe(v.string(), v.nonEmpty()), './var'),
    allowed: 'ein Ordner / a folder',
  },
  PUBLIC_URL: {
    schema: v.optional(webAddress),
    allowed: 'eine Adresse wie https://allmende.example / an address like that',
  },
  OPERATOR: {
    schema: v.optional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(200))),
    allowed: 'ein Name mit höchstens 200 Zeichen / a name of at most 200 characters',
  },
  MAP_TILES: {
    schema: v.optional(v.pipe(v.string(), v.regex(/^https?:\/\/[^ ]+\{z\}[^ ]*$/))),
    allowed: 'eine Kachel-Adresse mit {z}, {x} und {y} / a tile address with {z}, {x} and {y}',
  },
  MAP_ATTRIBUTION: {
    schema: v.optional(v.pipe(v.string(), v.maxLength(300))),
    allowed: 'ein Text mit höchstens 300 Zeichen / a text of at most 300 characters',
  },
  LOG_LEVEL: {
    schema: v.optional(v.picklist(['debug', 'info', 'warn', 'error']), 'info'),
    allowed: 'debug, info, warn, error',
  },
} as const;

type Parsed = { [Name in keyof typeof variables]: v.InferOutput<(typeof variables)[Name]['schema']> };

export type Config = {
  port: number;
  host: string;
  /** Absent: the embedded PostgreSQL in `folder`/db. */ databaseUrl?: string;
  folder: string;
  /** Origin under which the world reaches this server; absent: taken from each request. */ publicUrl?: string;
  operator?: string;
  mapTiles?: { url: string; attribution: string };
  logLevel: 'debug' | 'info' | 'warn' | 'error';
};

/**
 * Parses the environment once.
 * @throws Error with one line for each wrong variable: its name, what was found, what is allowed.
 *   The value of DATABASE_URL is not repeated: it may hold a password.
 */
export const parseConfig = (environment: Record<string, string | undefined>): Config => {
  const faults: string[] = [];
  const entries = Object.entries(variables).map(([name, { schema, allowed }]) => {
    const found = environment[name] === '' ? undefined : environment[name];
    const result = v.safeParse(schema as v.GenericSchema, found);
    if (!result.success) {
      const shown = name === 'DATABASE_URL' ? '(verborgen)' : `»${found}«`;
      faults.push(`${name}: gefunden ${shown}, erlaubt: ${allowed}`);
    }
    return [name, result.output];
  });
  if (faults.length > 0) throw new Error(`Die Einstellungen stimmen nicht.\n${faults.join('\n')}`);
  return toConfig(Object.fromEntries(entries) as Parsed);
};

const toConfig = (parsed: Parsed): Config => ({
  port: parsed.PORT,
  host: parsed.HOST,
  folder: resolve(parsed.ALLMENDE_DIR),
  logLevel: parsed.LOG_LEVEL,
  ...(parsed.DATABASE_URL && { databaseUrl: parsed.DATABASE_URL }),
  ...(parsed.PUBLIC_URL && { publicUrl: new URL(parsed.PUBLIC_URL).origin }),
  ...(parsed.OPERATOR && { operator: parsed.OPERATOR }),
  ...(parsed.MAP_TILES && { mapTiles: { url: parsed.MAP_TILES, attribution: parsed.MAP_ATTRIBUTION ?? '' } }),
});

export const embeddedFolder = (config: Config): string => join(config.folder, 'db');
