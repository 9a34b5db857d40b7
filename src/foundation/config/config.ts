import { join, resolve } from 'node:path';
import * as v from 'valibot';

const port = v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65_535));
const webAddress = v.pipe(v.string(), v.url(), v.regex(/^https?:\/\//));
const text = v.optional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(500)));
// What is secret goes there: plain http only where nobody is on the way.
const secureAddress = v.pipe(
  v.string(),
  v.url(),
  v.regex(/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])/),
);
const serviceAddress = v.optional(
  v.pipe(
    secureAddress,
    v.transform((address) => address.replace(/\/+$/, '')),
  ),
);
const LEVEL_WORD = /^(low|substantial|high)=(\S+)$/;

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
  PROXIES: {
    schema: v.optional(v.pipe(v.string(), v.regex(/^[0-5]$/), v.transform(Number)), '0'),
    allowed: 'wie viele eigene Proxys davor stehen, 0 bis 5 / how many own proxies stand before it, 0 to 5',
  },
  SMTP_URL: {
    schema: v.optional(v.pipe(v.string(), v.url(), v.regex(/^smtps?:\/\//))),
    allowed: 'smtp://Konto:Kennwort@Rechner:Port oder smtps://…',
  },
  MAIL_FROM: {
    schema: v.optional(v.pipe(v.string(), v.email())),
    allowed: 'eine Mail-Adresse / a mail address',
  },
  DEMONSTRATION: {
    schema: v.optional(v.picklist(['0', '1']), '0'),
    allowed: '1 (alle Mails liegen offen unter /postfach; nicht zusammen mit SMTP_URL) oder 0',
  },
  PAYMENT: {
    schema: v.optional(v.picklist(['none', 'test'])),
    allowed: 'none (niemand kann bezahlen) oder test (Testgeld; nicht zusammen mit SMTP_URL)',
  },
  OIDC_ISSUER: {
    // Plain http would let anybody on the way sign in as anybody.
    schema: v.optional(secureAddress),
    allowed: 'die Adresse des Anbieters, mit https / the address of the provider, with https',
  },
  OIDC_CLIENT_ID: { schema: text, allowed: 'mit OIDC_ISSUER: der Name dieser Anwendung beim Anbieter' },
  OIDC_CLIENT_SECRET: {
    schema: text,
    allowed: 'mit OIDC_ISSUER: das Geheimnis dieser Anwendung beim Anbieter',
  },
  OIDC_NAME: { schema: text, allowed: 'wie der Anbieter auf der Seite heißt / how pages call the provider' },
  OIDC_LEVEL_CLAIM: {
    schema: text,
    allowed: 'der Claim mit dem Vertrauensniveau / the claim with the trust level',
  },
  OIDC_LEVELS: {
    schema: v.optional(
      v.pipe(
        v.string(),
        v.transform((line) => line.trim().split(/\s+/)),
        v.array(v.pipe(v.string(), v.regex(LEVEL_WORD))),
      ),
      'low=low substantial=substantial high=high',
    ),
    allowed: 'low=Wert substantial=Wert high=Wert, mit Leerzeichen getrennt / separated by spaces',
  },
  FIT_CONNECT_CLIENT_ID: { schema: text, allowed: 'der Name dieser Anwendung bei FIT-Connect' },
  FIT_CONNECT_CLIENT_SECRET: { schema: text, allowed: 'das Geheimnis dieser Anwendung bei FIT-Connect' },
  FIT_CONNECT_TOKEN_URL: { schema: serviceAddress, allowed: 'wo es ein Token gibt, mit https' },
  FIT_CONNECT_SUBMISSION_URL: {
    schema: serviceAddress,
    allowed: 'der Zustelldienst mit Version: https://…/v1',
  },
  FIT_CONNECT_ROUTING_URL: { schema: serviceAddress, allowed: 'der Routingdienst mit Version: https://…/v1' },
  FIT_CONNECT_PORTAL_URL: { schema: serviceAddress, allowed: 'das Self-Service-Portal, mit https' },
  FIT_CONNECT_ROOTS: { schema: text, allowed: 'eine Datei mit den Wurzeln der Verwaltungs-PKI (PEM)' },
  SECRETS_KEY: {
    schema: v.optional(
      v.pipe(
        v.string(),
        v.check((line) => /^[A-Za-z0-9+/]{43}=$/.test(line) && Buffer.from(line, 'base64').length === 32),
      ),
    ),
    allowed: '32 Bytes als Base64, zum Beispiel von: openssl rand -base64 32',
  },
  MQTT_PORT: {
    schema: v.optional(port),
    allowed:
      'eine Zahl von 1 bis 65535; ohne sie gibt es keinen eigenen MQTT-Broker / without it there is no own broker',
  },
  MQTT_URL: {
    schema: v.optional(v.pipe(v.string(), v.url(), v.regex(/^mqtts?:\/\//))),
    allowed: 'mqtts://Konto:Kennwort@Rechner:Port eines anderen Brokers / of another broker',
  },
  MQTT_ARS: {
    schema: v.optional(v.pipe(v.string(), v.regex(/^\d{12}$/))),
    allowed: 'mit MQTT_URL: der Schlüssel (ARS) der Gemeinde, deren Broker es ist',
  },
  LOG_LEVEL: {
    schema: v.optional(v.picklist(['debug', 'info', 'warn', 'error']), 'info'),
    allowed: 'debug, info, warn, error',
  },
} as const;

const SECRET = [
  'DATABASE_URL',
  'SMTP_URL',
  'MQTT_URL',
  'OIDC_CLIENT_SECRET',
  'FIT_CONNECT_CLIENT_SECRET',
  'SECRETS_KEY',
];

/** One environment of FIT-Connect: all of them or none. */
const FIT_CONNECT = [
  'FIT_CONNECT_CLIENT_ID',
  'FIT_CONNECT_CLIENT_SECRET',
  'FIT_CONNECT_TOKEN_URL',
  'FIT_CONNECT_SUBMISSION_URL',
  'FIT_CONNECT_ROUTING_URL',
  'FIT_CONNECT_PORTAL_URL',
] as const;

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
  /** How many proxies of our own write X-Forwarded-For. */ proxies: number;
  /** Absent: mails lie as files in `folder`/mail. */ smtp?: { url: string; from: string };
  /** Whoever opens /postfach reads all mails: for trying out, never with a mail server. */ isDemonstration: boolean;
  /** Who holds drivers' money; absent: nothing can be charged. */ payment?: 'test';
  /** The own broker, and one of somebody else; absent: no MQTT. */ mqtt?: MqttConfig;
  oidc?: OidcConfig;
  fitConnect?: FitConnectConfig;
  /** Base64; absent: the file `folder`/secrets.key, made at the first start. */ secretsKey?: string;
};

export type MqttConfig = { port?: number; outside?: { url: string; ars: string | undefined } };

export type FitConnectConfig = {
  clientId: string;
  clientSecret: string;
  tokenUrl: string;
  submissionUrl: string;
  routingUrl: string;
  portalUrl: string;
  rootsFile?: string;
};

export type OidcConfig = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  name: string;
  levelClaim?: string;
  levels: Record<'low' | 'substantial' | 'high', string[]>;
};

/**
 * Parses the environment once.
 * @throws Error with one line for each wrong variable: its name, what was found, what is allowed.
 *   Values that may hold a password are not repeated.
 */
export const parseConfig = (environment: Record<string, string | undefined>): Config => {
  const faults: string[] = [];
  const entries = Object.entries(variables).map(([name, { schema, allowed }]) => {
    const found = environment[name] === '' ? undefined : environment[name];
    const result = v.safeParse(schema as v.GenericSchema, found);
    if (!result.success) {
      const shown = SECRET.includes(name) ? '(verborgen)' : `»${found}«`;
      faults.push(`${name}: gefunden ${shown}, erlaubt: ${allowed}`);
    }
    return [name, result.output];
  });
  const parsed = Object.fromEntries(entries) as Parsed;
  if (parsed.OIDC_ISSUER && !(parsed.OIDC_CLIENT_ID && parsed.OIDC_CLIENT_SECRET))
    for (const name of ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const)
      if (!parsed[name]) faults.push(`${name}: gefunden »«, erlaubt: ${variables[name].allowed}`);
  if (FIT_CONNECT.some((name) => parsed[name] !== undefined))
    for (const name of FIT_CONNECT)
      if (!parsed[name]) faults.push(`${name}: gefunden »«, erlaubt: ${variables[name].allowed}`);
  // A real mail server means real people: their mails must lie nowhere open.
  if (parsed.DEMONSTRATION === '1' && parsed.SMTP_URL)
    faults.push(
      `DEMONSTRATION: gefunden »1« zusammen mit SMTP_URL, erlaubt: ${variables.DEMONSTRATION.allowed}`,
    );
  // Test money beside real people would look like real money.
  if (parsed.PAYMENT === 'test' && parsed.SMTP_URL)
    faults.push(`PAYMENT: gefunden »test« zusammen mit SMTP_URL, erlaubt: ${variables.PAYMENT.allowed}`);
  if (faults.length > 0) throw new Error(`Die Einstellungen stimmen nicht.\n${faults.join('\n')}`);
  return toConfig(parsed);
};

const toConfig = (parsed: Parsed): Config => ({
  port: parsed.PORT,
  host: parsed.HOST,
  folder: resolve(parsed.ALLMENDE_DIR),
  logLevel: parsed.LOG_LEVEL,
  proxies: parsed.PROXIES,
  isDemonstration: parsed.DEMONSTRATION === '1',
  ...(paymentOf(parsed) === 'test' && { payment: 'test' }),
  ...(parsed.DATABASE_URL && { databaseUrl: parsed.DATABASE_URL }),
  ...(parsed.SECRETS_KEY && { secretsKey: parsed.SECRETS_KEY }),
  ...(parsed.PUBLIC_URL && { publicUrl: new URL(parsed.PUBLIC_URL).origin }),
  ...(parsed.OPERATOR && { operator: parsed.OPERATOR }),
  ...(parsed.MAP_TILES && { mapTiles: { url: parsed.MAP_TILES, attribution: parsed.MAP_ATTRIBUTION ?? '' } }),
  ...(parsed.SMTP_URL && { smtp: { url: parsed.SMTP_URL, from: parsed.MAIL_FROM ?? senderOf(parsed) } }),
  ...(parsed.FIT_CONNECT_CLIENT_ID && { fitConnect: fitConnectOf(parsed) }),
  ...((parsed.MQTT_PORT || parsed.MQTT_URL) && { mqtt: mqttOf(parsed) }),
  ...(parsed.OIDC_ISSUER && { oidc: oidcOf(parsed, parsed.OIDC_ISSUER) }),
});

/** A demonstration shows how paying goes, with test money. */
const paymentOf = ({ PAYMENT, DEMONSTRATION }: Parsed): 'none' | 'test' =>
  PAYMENT ?? (DEMONSTRATION === '1' ? 'test' : 'none');

const senderOf = ({ PUBLIC_URL, SMTP_URL }: Parsed): string =>
  `allmende@${new URL(PUBLIC_URL ?? SMTP_URL ?? 'http://localhost').hostname}`;

const fitConnectOf = (parsed: Parsed): FitConnectConfig => ({
  clientId: parsed.FIT_CONNECT_CLIENT_ID ?? '',
  clientSecret: parsed.FIT_CONNECT_CLIENT_SECRET ?? '',
  tokenUrl: parsed.FIT_CONNECT_TOKEN_URL ?? '',
  submissionUrl: parsed.FIT_CONNECT_SUBMISSION_URL ?? '',
  routingUrl: parsed.FIT_CONNECT_ROUTING_URL ?? '',
  portalUrl: parsed.FIT_CONNECT_PORTAL_URL ?? '',
  ...(parsed.FIT_CONNECT_ROOTS && { rootsFile: resolve(parsed.FIT_CONNECT_ROOTS) }),
});

const mqttOf = ({ MQTT_PORT, MQTT_URL, MQTT_ARS }: Parsed): MqttConfig => ({
  ...(MQTT_PORT && { port: MQTT_PORT }),
  ...(MQTT_URL && { outside: { url: MQTT_URL, ars: MQTT_ARS } }),
});

const oidcOf = (parsed: Parsed, issuer: string): OidcConfig => {
  const words = (level: string) =>
    parsed.OIDC_LEVELS.map((word) => LEVEL_WORD.exec(word)).flatMap((found) =>
      found?.[1] === level && found[2] ? [found[2]] : [],
    );
  return {
    issuer,
    clientId: parsed.OIDC_CLIENT_ID ?? '',
    clientSecret: parsed.OIDC_CLIENT_SECRET ?? '',
    name: parsed.OIDC_NAME ?? new URL(issuer).hostname,
    levels: { low: words('low'), substantial: words('substantial'), high: words('high') },
    ...(parsed.OIDC_LEVEL_CLAIM && { levelClaim: parsed.OIDC_LEVEL_CLAIM }),
  };
};

export const embeddedFolder = (config: Config): string => join(config.folder, 'db');
