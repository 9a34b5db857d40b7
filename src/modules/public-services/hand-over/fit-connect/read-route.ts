import { flattenedVerify, importJWK } from 'jose';
import * as v from 'valibot';
import type { DeliveryRefusal } from '../delivery.ts';
import { publicPart, type ServiceKey } from './check-key.ts';

/** Where a service is looked for: exactly one of the three keys. */
export type Area = { ars: string } | { ags: string } | { areaId: string };

const SHAPES: Record<string, RegExp> = { ars: /^\d{12}$/, ags: /^\d{8}$/, areaId: /^[\w-]{1,40}$/ };
const SERVICE_KEY = /^99\d{12}$/;

/** The question to the routing service; undefined where service or area are none, or more than one area is named. */
export const routeQuery = (serviceKey: string, area: Area): URLSearchParams | undefined => {
  const [[name, value] = ['', ''], ...more] = Object.entries(area);
  if (!SERVICE_KEY.test(serviceKey) || more.length > 0 || !SHAPES[name]?.test(value)) return undefined;
  return new URLSearchParams({ leikaKey: serviceKey, [name]: value, offset: '0', limit: '10' });
};

export const serviceUrn = (serviceKey: string): string => `urn:de:fim:leika:leistung:${serviceKey}`;

const RouteSchema = v.object({
  destinationId: v.pipe(v.string(), v.uuid()),
  destinationSignature: v.string(),
  destinationParameters: v.looseObject({ encryptionKid: v.string() }),
  destinationParametersSignature: v.string(),
});
const RoutesSchema = v.object({ routes: v.array(RouteSchema) });

const AddressSchema = v.object({
  submissionHost: v.string(),
  iss: v.string(),
  destinationId: v.string(),
  services: v.array(v.object({ gebietIDs: v.array(v.string()), leistungIDs: v.array(v.string()) })),
});

export type Keys = (kid: string) => Promise<ServiceKey | undefined>;
export type RouteCheck = {
  serviceKey: string;
  ars: string;
  submissionHost: string;
  /** The portal where towns enter their destinations. */ portal: string;
  portalKeys: Keys;
  serviceKeys: Keys;
};

/** Keys in alphabetical order and no blanks: what was signed, whatever order it came in (RFC 8785). */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The payload of a signature by one of the keys, as text; undefined where it is not by them. */
const verified = async (token: string, keys: Keys, detached?: string): Promise<string | undefined> => {
  const [head = '', body = '', signature = ''] = token.split('.');
  const header = jsonOf(Buffer.from(head, 'base64url').toString()) as { kid?: unknown } | undefined;
  const key = typeof header?.kid === 'string' ? await keys(header.kid) : undefined;
  if (!key || (detached !== undefined && body !== '')) return undefined;
  const payload = detached === undefined ? body : Buffer.from(detached).toString('base64url');
  try {
    const found = await flattenedVerify(
      { protected: head, payload, signature },
      await importJWK(publicPart(key), 'PS512'),
      { algorithms: ['PS512'] },
    );
    return new TextDecoder().decode(found.payload);
  } catch {
    return undefined;
  }
};

const AREA = /^urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:(\d{2,12})$/;

/** A key of the level above, or the same with zeros at its end, holds for the municipality as well. */
const isAreaOf = (urn: string, ars: string): boolean => {
  const key = AREA.exec(urn)?.[1];
  return key !== undefined && (ars.startsWith(key) || ars.startsWith(key.replace(/0+$/, '')));
};

const holdsFor = (address: v.InferOutput<typeof AddressSchema>, check: RouteCheck): boolean =>
  address.services.some(
    ({ gebietIDs, leistungIDs }) =>
      leistungIDs.includes(serviceUrn(check.serviceKey)) &&
      gebietIDs.some((area) => isAreaOf(area, check.ars)),
  );

/**
 * The one destination of an answer of the routing service. Both signatures must hold, and what is signed must be about
 * this service, this town and the submission service that is set: a true address of another town is refused as well.
 */
export const readRoute = async (
  text: string,
  check: RouteCheck,
): Promise<{ destinationId: string; encryptionKid: string } | DeliveryRefusal> => {
  const parsed = v.safeParse(RoutesSchema, jsonOf(text));
  if (!parsed.success) return { refused: 'bad-answer' };
  const [route, ...more] = parsed.output.routes;
  if (!route) return { refused: 'no-route' };
  if (more.length > 0) return { refused: 'several-routes' };
  const signed = await verified(route.destinationSignature, check.portalKeys);
  const address = v.safeParse(AddressSchema, signed === undefined ? undefined : jsonOf(signed));
  const parameters = await verified(
    route.destinationParametersSignature,
    check.serviceKeys,
    canonical(route.destinationParameters),
  );
  if (!address.success || parameters === undefined) return { refused: 'forged-route' };
  const isAbout =
    address.output.destinationId === route.destinationId &&
    address.output.submissionHost === check.submissionHost &&
    address.output.iss === check.portal &&
    holdsFor(address.output, check);
  if (!isAbout) return { refused: 'forged-route' };
  return { destinationId: route.destinationId, encryptionKid: route.destinationParameters.encryptionKid };
};
