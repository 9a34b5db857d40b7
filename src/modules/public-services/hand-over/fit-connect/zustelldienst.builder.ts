import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decryptJwe, type KeyPair, makeKey, signToken } from './jose.builder.ts';
import { isMetadata, SCHEMA, SERVICE_URN } from './metadata-schema.builder.ts';

// Zustelldienst, Routingdienst and portal as their documentation describes them, on this machine and for tests only. It
// decrypts with the key of the destination, checks what came, and can be told to misbehave.
const EVENTS = 'https://schema.fitko.de/fit-connect/events/';

type Attached = { jwe: string; plain: Buffer; tag: string };
export type Received = {
  submissionId: string;
  caseId: string;
  announced: string[];
  state: 'incomplete' | 'submitted';
  attachments: Map<string, Attached>;
  jwe?: { data: string; metadata: string };
  data?: Record<string, unknown>;
  metadata?: Record<string, unknown>;
  tags?: { data: string; metadata: string; attachments: Record<string, string> };
  events: string[];
};

/** What the service does instead: an answer of its own, silence, or the right thing without telling. */
export type Misbehaviour =
  | { status: number; body?: string | Buffer; headers?: Record<string, string> }
  | 'silence'
  | 'silenceAfterwards'
  | 'cutAfterwards';

const sha512 = (bytes: Buffer): string => createHash('sha512').update(bytes).digest('hex');

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

const headerFaults = (header: Record<string, unknown>, mimeType: string): string[] => {
  const { alg, enc, kid, cty } = header;
  const isRight = alg === 'RSA-OAEP-256' && enc === 'A256GCM' && kid === 'enc-1' && cty === mimeType;
  return isRight ? [] : [`header: ${JSON.stringify(header)}`];
};

const tokenFor = (text: string): { status: number; body?: object } => {
  const form = new URLSearchParams(text);
  const isClient =
    form.get('client_id') === 'allmende' &&
    form.get('client_secret') === 'geheim' &&
    form.get('grant_type') === 'client_credentials';
  return isClient
    ? { status: 200, body: { access_token: 'token-1', expires_in: 1800, token_type: 'Bearer' } }
    : { status: 401 };
};

type Forgery = { body?: object; claims?: object; header?: Record<string, unknown>; key?: KeyPair };

export type Keys = Record<'encryption' | 'destination' | 'service' | 'portal' | 'foreign', KeyPair>;

export const makeKeys = async (): Promise<Keys> => {
  const [encryption, destination, service, portal, foreign] = await Promise.all([
    makeKey('enc-1', 'wrapKey'),
    makeKey('sig-1', 'verify'),
    makeKey('service-1', 'verify'),
    makeKey('portal-1', 'verify'),
    makeKey('foreign-1', 'verify'),
  ]);
  return { encryption, destination, service, portal, foreign };
};

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

type Reply = { status: number; body?: object };
type Hashed = { hash: { content: string } };

const destinationOf = (destinationId: string) => ({
  destinationId,
  status: 'active',
  encryptionKid: 'enc-1',
  metadataVersions: ['1.0.0'],
  services: [
    {
      identifier: SERVICE_URN,
      submissionSchemas: [{ schemaUri: SCHEMA, mimeType: 'application/json' }],
      regions: ['DE'],
    },
  ],
});

export class Zustelldienst {
  readonly destinationId = randomUUID();
  readonly received = new Map<string, Received>();
  readonly calls: string[] = [];
  readonly questions: string[] = [];
  readonly destination = destinationOf(this.destinationId);
  readonly publicKeys: Record<string, unknown>;
  routes: object = { routes: [] };
  misbehave: (call: string) => Misbehaviour | undefined = () => undefined;
  origin = '';
  portalUrl = '';
  readonly #servers: Server[] = [];
  readonly #keys: Keys;

  constructor(keys: Keys) {
    this.#keys = keys;
    this.publicKeys = { 'enc-1': keys.encryption.jwk, 'sig-1': keys.destination.jwk };
  }

  async start(): Promise<this> {
    const server = createServer((request, response) => {
      this.#answer(request, response).catch((error: Error) => response.writeHead(500).end(error.message));
    });
    const portal = createServer((_, response) => {
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ keys: [this.#keys.portal.jwk] }));
    });
    this.#servers.push(server, portal);
    this.origin = await listen(server);
    this.portalUrl = await listen(portal);
    return this;
  }

  get setting() {
    return {
      clientId: 'allmende',
      clientSecret: 'geheim',
      tokenUrl: `${this.origin}/token`,
      submissionUrl: `${this.origin}/v1`,
      routingUrl: `${this.origin}/v1`,
      portalUrl: this.portalUrl,
      roots: [],
    };
  }

  close(): void {
    for (const server of this.#servers) {
      server.closeAllConnections();
      server.close();
    }
  }

  /** An event of the service or the destination, signed as it should be, or as a forger wishes. */
  token(
    one: Received,
    name: string,
    { body = {}, claims = {}, header = {}, key = this.#keys.service }: Forgery = {},
  ): string {
    const isDestination = key === this.#keys.destination;
    const payload = {
      iss: isDestination ? this.destinationId : this.origin,
      iat: Math.floor(Date.now() / 1000),
      jti: randomUUID(),
      sub: `submission:${one.submissionId}`,
      txn: `case:${one.caseId}`,
      events: { [`${EVENTS}${name}`]: body },
      ...claims,
    };
    return signToken(key, payload, header);
  }

  /** What routing says: the destination, signed by the portal for this area, its parameters by the service. */
  answerRoute(area: string): void {
    const address = {
      submissionHost: new URL(this.origin).host,
      iss: this.portalUrl,
      destinationId: this.destinationId,
      services: [
        {
          gebietIDs: [`urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:${area}`],
          leistungIDs: [SERVICE_URN],
        },
      ],
    };
    // Its names stand in alphabetical order already.
    const parameters = '{"encryptionKid":"enc-1","status":"active"}';
    const [head, , signature] = signToken(this.#keys.service, parameters).split('.');
    const route = {
      destinationId: this.destinationId,
      destinationSignature: signToken(this.#keys.portal, address),
      destinationParameters: { status: 'active', encryptionKid: 'enc-1' },
      destinationParametersSignature: `${head}..${signature}`,
    };
    this.routes = { count: 1, offset: 0, totalCount: 1, routes: [route] };
  }

  /** What the office does with what it has got. */
  accept(one: Received): void {
    const body = { authenticationTags: one.tags };
    one.events.push(this.token(one, 'accept-submission', { body, key: this.#keys.destination }));
  }

  reject(one: Received, ...problems: string[]): void {
    const body = {
      problems: problems.map((type) => ({
        type: `${EVENTS}problems/${type}`,
        title: 'x',
        detail: 'Kanarienvogel',
        instance: 'data',
      })),
    };
    one.events.push(this.token(one, 'reject-submission', { body, key: this.#keys.destination }));
  }

  /** Decrypts and checks all of it. @returns what is wrong. */
  #complete(one: Received, sent: { encryptedMetadata: string; encryptedData: string }): string[] {
    const { privateKey } = this.#keys.encryption;
    const metadata = decryptJwe(sent.encryptedMetadata, privateKey);
    const data = decryptJwe(sent.encryptedData, privateKey);
    const found: unknown = JSON.parse(metadata.plain.toString());
    if (!isMetadata(found)) return [`metadata: ${JSON.stringify(isMetadata.errors)}`];
    const { contentStructure: content } = found as {
      contentStructure: { data: Hashed; attachments: (Hashed & { attachmentId: string })[] };
    };
    const faults = [metadata, data].flatMap(({ header }) => headerFaults(header, 'application/json'));
    if (content.data.hash.content !== sha512(data.plain)) faults.push('hash of data');
    const named = content.attachments.map(({ attachmentId }) => attachmentId);
    if (named.toSorted().join() !== one.announced.toSorted().join()) faults.push('attachments');
    for (const { attachmentId, hash } of content.attachments)
      if (hash.content !== sha512(one.attachments.get(attachmentId)?.plain ?? Buffer.alloc(0)))
        faults.push(`hash of ${attachmentId}`);
    one.jwe = { data: sent.encryptedData, metadata: sent.encryptedMetadata };
    one.data = JSON.parse(data.plain.toString());
    one.metadata = JSON.parse(metadata.plain.toString());
    const attachments = Object.fromEntries([...one.attachments].map(([id, { tag }]) => [id, tag]));
    one.tags = { data: data.tag, metadata: metadata.tag, attachments };
    return faults;
  }

  #announce(text: string): Reply {
    const sent = JSON.parse(text);
    const isRight =
      sent.destinationId === this.destinationId &&
      sent.serviceType?.identifier === SERVICE_URN &&
      new Set(sent.announcedAttachments).size === sent.announcedAttachments.length;
    if (!isRight) return { status: 422 };
    const submissionId = randomUUID();
    const caseId = randomUUID();
    const one: Received = {
      submissionId,
      caseId,
      announced: sent.announcedAttachments,
      state: 'incomplete',
      attachments: new Map(),
      events: [],
    };
    this.received.set(submissionId, one);
    one.events.push(this.token(one, 'create-submission'));
    return { status: 201, body: { submissionId, caseId, destinationId: this.destinationId } };
  }

  #submit(one: Received, text: string): Reply {
    if (one.state === 'submitted') return { status: 409 };
    if (one.announced.some((id) => !one.attachments.has(id))) return { status: 422 };
    const faults = this.#complete(one, JSON.parse(text));
    if (faults.length > 0) return { status: 422, body: { faults } };
    one.state = 'submitted';
    one.events.push(this.token(one, 'submit-submission', { body: { authenticationTags: one.tags } }));
    return { status: 202 };
  }

  #attach(one: Received, id: string, request: IncomingMessage, jwe: string): Reply {
    const isRight = request.headers['content-type'] === 'application/jose' && one.announced.includes(id);
    if (!isRight || one.state === 'submitted') return { status: 422 };
    const { plain, tag } = decryptJwe(jwe, this.#keys.encryption.privateKey);
    one.attachments.set(id, { jwe, plain, tag });
    return { status: 204 };
  }

  #events(caseId: string, query: URLSearchParams): Reply {
    const one = [...this.received.values()].find((found) => found.caseId === caseId);
    if (!one) return { status: 404 };
    const offset = Number(query.get('offset'));
    // Its pages are shorter than what is asked for: the client has to go on.
    const eventLog = one.events.slice(offset, offset + Math.min(2, Number(query.get('limit'))));
    return {
      status: 200,
      body: { offset, count: eventLog.length, totalCount: one.events.length, eventLog },
    };
  }

  #destination(id: string, kid: string | undefined): Reply {
    if (id !== this.destinationId) return { status: 404 };
    if (kid === undefined) return { status: 200, body: this.destination };
    const key = this.publicKeys[kid];
    return key ? { status: 200, body: key as object } : { status: 404 };
  }

  #reply(request: IncomingMessage, text: string): Reply {
    const { pathname: path, searchParams } = new URL(request.url ?? '/', this.origin);
    const [, version, what, id = '', , subId] = path.split('/');
    if (path === '/token') return tokenFor(text);
    if (path === '/.well-known/jwks.json') return { status: 200, body: { keys: [this.#keys.service.jwk] } };
    if (path === '/v1/routes') return { status: 200, body: this.routes };
    if (version !== 'v1' || request.headers.authorization !== 'Bearer token-1') return { status: 401 };
    if (what === 'destinations') return this.#destination(id, subId);
    if (what === 'cases') return this.#events(id, searchParams);
    if (what === 'submissions' && request.method === 'POST') return this.#announce(text);
    const one = this.received.get(id);
    if (!one) return { status: 404 };
    return subId === undefined ? this.#submit(one, text) : this.#attach(one, subId, request, text);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = `${request.method} ${(request.url ?? '').split('?')[0]}`;
    this.calls.push(call);
    this.questions.push(request.url ?? '');
    const text = await bodyOf(request);
    const instead = this.misbehave(call);
    if (instead === 'silence') return;
    if (typeof instead === 'object') {
      response.writeHead(instead.status, instead.headers).end(instead.body);
      return;
    }
    const { status, body } = this.#reply(request, text);
    if (instead === 'silenceAfterwards') return;
    if (instead === 'cutAfterwards') request.socket.destroy();
    else
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(body === undefined ? '' : JSON.stringify(body));
  }
}
