import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import * as v from 'valibot';
import { publicPart, type ServiceKey } from './check-key.ts';
import { type EventFault, eventNameOf, type Issuer, type VerifiedEvent } from './event.ts';

const LATE_SECONDS = 300;
const MOST_PROBLEMS = 20;
const WORD = /^[a-z][a-z0-9-]{0,60}$/;

const TagSchema = v.pipe(v.string(), v.maxLength(100));
const BodySchema = v.object({
  authenticationTags: v.optional(
    v.object({
      data: v.optional(TagSchema),
      metadata: v.optional(TagSchema),
      attachments: v.optional(v.record(v.pipe(v.string(), v.maxLength(36)), TagSchema)),
    }),
  ),
  problems: v.optional(v.array(v.object({ type: v.string() }))),
});
const PayloadSchema = v.object({
  iss: v.string(),
  iat: v.pipe(v.number(), v.integer()),
  jti: v.pipe(v.string(), v.uuid()),
  sub: v.string(),
  txn: v.string(),
  events: v.pipe(
    v.record(v.string(), v.unknown()),
    v.check((events) => Object.keys(events).length === 1),
  ),
});
type Payload = v.InferOutput<typeof PayloadSchema>;

/** What an event must be about, and who may speak. */
export type Expected = {
  submissionId: string;
  caseId: string;
  destinationId: string;
  /** How the submission service signs. */ serviceIssuer: string;
  now: Date;
  keyOf: (issuer: Issuer, kid: string) => Promise<ServiceKey | undefined>;
};

const jsonOf = (bytes: Uint8Array | string): unknown => {
  try {
    return JSON.parse(typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
};

const headerOf = (token: string): { alg?: string; kid?: string; typ?: string } | undefined => {
  try {
    return decodeProtectedHeader(token);
  } catch {
    return undefined;
  }
};

const isSignedBy = async (token: string, key: ServiceKey): Promise<boolean> => {
  try {
    await compactVerify(token, await importJWK(publicPart(key), 'PS512'), { algorithms: ['PS512'] });
    return true;
  } catch {
    return false;
  }
};

/**
 * A security event token (RFC 8417) of the event log. Who signs is looked up by the issuer that it names and by the name
 * of the key; a key that the token brings along itself is never used.
 */
export const readEvent = async (
  token: string,
  expected: Expected,
): Promise<VerifiedEvent | { refused: EventFault }> => {
  const header = headerOf(token);
  const payload = v.safeParse(PayloadSchema, jsonOf(Buffer.from(token.split('.')[1] ?? '', 'base64url')));
  if (!header || !payload.success) return { refused: 'not-a-token' };
  if (header.alg !== 'PS512' || header.typ !== 'secevent+jwt') return { refused: 'wrong-algorithm' };
  const { output: claims } = payload;
  const issuer = issuerOf(claims.iss, expected);
  if (!issuer) return { refused: 'wrong-issuer' };
  const key = header.kid === undefined ? undefined : await expected.keyOf(issuer, header.kid);
  if (!key) return { refused: 'unknown-key' };
  if (!(await isSignedBy(token, key))) return { refused: 'wrong-signature' };
  const fault = faultIn(claims, expected);
  return fault ? { refused: fault } : eventOf(claims, issuer);
};

const issuerOf = (issuer: string, { destinationId, serviceIssuer }: Expected): Issuer | undefined => {
  if (issuer === destinationId) return 'destination';
  return issuer === serviceIssuer ? 'service' : undefined;
};

const faultIn = ({ sub, txn, iat }: Payload, expected: Expected): EventFault | undefined => {
  if (sub !== `submission:${expected.submissionId}`) return 'wrong-subject';
  if (txn !== `case:${expected.caseId}`) return 'wrong-case';
  return iat > expected.now.getTime() / 1000 + LATE_SECONDS ? 'from-the-future' : undefined;
};

const eventOf = ({ events, jti, iat }: Payload, issuer: Issuer): VerifiedEvent | { refused: EventFault } => {
  const [[address, found] = ['', undefined]] = Object.entries(events);
  const name = eventNameOf(address);
  if (!name) return { refused: 'unknown-event' };
  const body = v.safeParse(BodySchema, found ?? {});
  if (!body.success) return { refused: 'not-a-token' };
  const { authenticationTags: tags, problems = [] } = body.output;
  return {
    name,
    id: jti,
    issuer,
    issuedAt: iat,
    tags: {
      ...(tags?.data !== undefined && { data: tags.data }),
      ...(tags?.metadata !== undefined && { metadata: tags.metadata }),
      ...Object.fromEntries(
        Object.entries(tags?.attachments ?? {}).map(([id, tag]) => [`attachments/${id}`, tag]),
      ),
    },
    problems: problems.slice(0, MOST_PROBLEMS).map(({ type }) => problemWord(type)),
  };
};

/** The detail of a problem may quote what somebody wrote; its type is a word of a list. */
const problemWord = (type: string): string => {
  const word = type.slice(type.lastIndexOf('/') + 1);
  return WORD.test(word) ? word : 'other';
};
