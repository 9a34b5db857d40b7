import * as v from 'valibot';
import { type DeliveryRefusal, isPassing } from '../delivery.ts';
import { askService, type Question, refusalOf } from './ask-service.ts';
import { checkKey, type KeyUse, type ServiceKey } from './check-key.ts';
import { openSession, parseAnswer } from './session.ts';
import type { FitConnectSetting } from './setting.ts';

const DestinationSchema = v.object({
  destinationId: v.string(),
  status: v.string(),
  encryptionKid: v.string(),
  metadataVersions: v.array(v.string()),
  services: v.array(
    v.object({
      identifier: v.string(),
      submissionSchemas: v.array(v.object({ schemaUri: v.string(), mimeType: v.string() })),
    }),
  ),
});
export type Destination = v.InferOutput<typeof DestinationSchema>;
const AnnouncedSchema = v.object({
  submissionId: v.pipe(v.string(), v.uuid()),
  caseId: v.pipe(v.string(), v.uuid()),
});
// Wrapped: what a stranger calls "refused" must not look like a refusal of ours.
const KeySchema = v.pipe(
  v.unknown(),
  v.transform((key) => ({ key })),
);
const KeySetSchema = v.object({
  keys: v.pipe(v.array(v.looseObject({ kid: v.string() })), v.maxLength(100)),
});
const LogSchema = v.object({
  totalCount: v.pipe(v.number(), v.integer(), v.minValue(0)),
  eventLog: v.pipe(v.array(v.pipe(v.string(), v.maxLength(50_000))), v.maxLength(500)),
});

const PAGE = 500;
const MOST_EVENTS = 2_000;

export type Announcement = {
  destinationId: string;
  announcedAttachments: string[];
  serviceType: { name: string; identifier: string };
};

/** No key is one answer, no network another one: what could not be asked is asked again and accuses nobody. */
const orThrow = (refusal: DeliveryRefusal): undefined => {
  if (isPassing(refusal.refused)) throw new Error(`The keys cannot be asked for: ${refusal.refused}`);
  return undefined;
};

type Call = ReturnType<typeof openSession>;

const reader =
  (call: Call, signal: AbortSignal) =>
  async <Schema extends v.GenericSchema>(
    path: string,
    schema: Schema,
  ): Promise<v.InferOutput<Schema> | DeliveryRefusal> => {
    const answer = await call(path, signal);
    if ('refused' in answer) return answer;
    return answer.status === 404 ? { refused: 'unknown-destination' } : parseAnswer(schema, answer.text);
  };

const sender =
  (call: Call, signal: AbortSignal) =>
  async (path: string, question: Question): Promise<{ text: string } | DeliveryRefusal> => {
    const answer = await call(path, signal, question);
    if ('refused' in answer) return answer;
    return answer.status === 404 ? { refused: 'refused-by-service' } : answer;
  };

const jsonQuestion = (method: 'POST' | 'PUT', body: object): Question => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** The keys by which routing is signed and the service speaks, and those of each destination. */
const keysOf = (setting: FitConnectSetting, call: Call, clock: () => Date, signal: AbortSignal) => {
  const keySet = async (base: string, kid: string): Promise<ServiceKey | undefined> => {
    const answer = await askService(`${new URL(base).origin}/.well-known/jwks.json`, { signal });
    const refusal = 'refused' in answer ? answer : refusalOf(answer.status);
    if (refusal || 'refused' in answer) return orThrow(refusal ?? { refused: 'bad-answer' });
    const set = parseAnswer(KeySetSchema, answer.text);
    if ('refused' in set) return orThrow(set);
    const found = set.keys.find((key) => key.kid === kid);
    // They carry no certificates: they come from where TLS vouches for the name.
    return checkKey(found, kid, 'verify', { now: clock(), roots: [] });
  };
  return {
    ownKey: (kid: string) => keySet(setting.submissionUrl, kid),
    portalKey: (kid: string) => keySet(setting.portalUrl, kid),
    destinationKey: async (id: string, kid: string, use: KeyUse): Promise<ServiceKey | undefined> => {
      const path = `/destinations/${id}/keys/${encodeURIComponent(kid)}`;
      const found = await reader(call, signal)(path, KeySchema);
      if ('refused' in found) return orThrow(found);
      return checkKey(found.key, kid, use, { now: clock(), roots: setting.roots });
    },
  };
};

/** All tokens of a case, in their order. */
const readEvents = async (
  read: ReturnType<typeof reader>,
  caseId: string,
): Promise<string[] | DeliveryRefusal> => {
  const tokens: string[] = [];
  for (;;) {
    const page = await read(`/cases/${caseId}/events?offset=${tokens.length}&limit=${PAGE}`, LogSchema);
    if ('refused' in page)
      return page.refused === 'unknown-destination' ? { refused: 'unknown-submission' } : page;
    tokens.push(...page.eventLog);
    const isEnd = page.eventLog.length === 0 || tokens.length >= page.totalCount;
    if (isEnd || tokens.length >= MOST_EVENTS) return tokens;
  }
};

/** What one environment of FIT-Connect is asked for. @returns how to begin one piece of work that ends by its signal. */
export const openService = (setting: FitConnectSetting, clock: () => Date) => {
  const call = openSession(setting, clock);
  return (signal: AbortSignal) => {
    const read = reader(call, signal);
    const send = sender(call, signal);
    return {
      ...keysOf(setting, call, clock, signal),
      destination: (id: string) => read(`/destinations/${id}`, DestinationSchema),
      routes: async (query: URLSearchParams): Promise<string | DeliveryRefusal> => {
        const answer = await askService(`${setting.routingUrl}/routes?${query}`, { signal });
        if ('refused' in answer) return answer;
        if (answer.status === 404) return { refused: 'no-route' };
        return refusalOf(answer.status) ?? answer.text;
      },
      announce: async (announcement: Announcement) => {
        const answer = await send('/submissions', jsonQuestion('POST', announcement));
        return 'refused' in answer ? answer : parseAnswer(AnnouncedSchema, answer.text);
      },
      upload: (submissionId: string, attachmentId: string, jwe: string) =>
        send(`/submissions/${submissionId}/attachments/${attachmentId}`, {
          method: 'PUT',
          headers: { 'content-type': 'application/jose' },
          body: jwe,
        }),
      submit: (submissionId: string, parts: { encryptedMetadata: string; encryptedData: string }) =>
        send(`/submissions/${submissionId}`, jsonQuestion('PUT', parts)),
      events: (caseId: string) => readEvents(read, caseId),
    };
  };
};

export type Service = ReturnType<ReturnType<typeof openService>>;
