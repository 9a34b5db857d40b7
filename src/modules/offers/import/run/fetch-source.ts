import { lookup as resolveHost } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { bytesHash } from './content-hash.ts';
import type { Revision } from './source.ts';

export type FetchOptions = {
  /** Only for tests and for a town's own network: sources on private addresses. */ allowPrivate?: boolean;
  timeoutMilliseconds?: number;
  mostBytes?: number;
};

export type FetchRefusal = {
  refused:
    | 'forbidden-address'
    | 'bad-status'
    | 'too-large'
    | 'too-slow'
    | 'not-reachable'
    | 'too-many-redirects';
  detail: string;
};

export type Fetched =
  | { bytes: Uint8Array; contentType?: string; revision: Revision }
  | { unchanged: true; revision: Revision }
  | FetchRefusal;

const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches a source from the web, if it changed since `known`. Publishers name the address, so it may not lead
 * into the network of the server: every address that is connected to is checked, on every redirect anew.
 */
export const fetchSource = async (
  url: string,
  known: Revision | undefined,
  options: FetchOptions = {},
): Promise<Fetched> => {
  const deadline = AbortSignal.timeout(options.timeoutMilliseconds ?? 60_000);
  let next = url;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const target = URL.parse(next);
    if (!target || !isAllowed(target, options))
      return { refused: 'forbidden-address', detail: next.slice(0, 300) };
    const answer = await request(target, known, deadline, options);
    if (!('redirect' in answer)) return answer;
    next = new URL(answer.redirect, target).href;
  }
  return { refused: 'too-many-redirects', detail: url };
};

const isAllowed = (url: URL, options: FetchOptions): boolean => {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return false;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A literal address is connected to without a look-up.
  return isIP(host) === 0 || options.allowPrivate === true || !isPrivate(host);
};

type Answer = Fetched | { redirect: string };

const request = (
  url: URL,
  known: Revision | undefined,
  signal: AbortSignal,
  options: FetchOptions,
): Promise<Answer> =>
  new Promise((done) => {
    const fail = (error: NodeJS.ErrnoException): void => done(refusalOf(error, signal));
    const headers = {
      'user-agent': 'Allmende',
      'accept-encoding': 'identity',
      ...(known?.etag === undefined ? {} : { 'if-none-match': known.etag }),
      ...(known?.lastModified === undefined ? {} : { 'if-modified-since': known.lastModified }),
    };
    const lookup = options.allowPrivate ? {} : { lookup: publicLookup };
    const client = url.protocol === 'https:' ? https : http;
    const sent = client.get(url, { headers, signal, agent: false, ...lookup }, (response) => {
      response.on('error', fail);
      readAnswer(response, known, options.mostBytes ?? 64 * 1024 * 1024).then(done, fail);
    });
    sent.on('error', fail);
  });

const readAnswer = async (
  response: http.IncomingMessage,
  known: Revision | undefined,
  mostBytes: number,
): Promise<Answer> => {
  const { statusCode: status = 0, headers } = response;
  if (status !== 200) {
    response.destroy();
    if (status === 304 && known) return { unchanged: true, revision: known };
    if (REDIRECTS.has(status) && headers.location !== undefined) return { redirect: headers.location };
    return { refused: 'bad-status', detail: String(status) };
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) return { refused: 'too-large', detail: `> ${mostBytes}` };
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  const revision: Revision = {
    contentHash: bytesHash(bytes),
    ...(headers.etag === undefined ? {} : { etag: headers.etag }),
    ...(headers['last-modified'] === undefined ? {} : { lastModified: headers['last-modified'] }),
  };
  // Many servers know no conditional requests: the same bytes are unchanged as well.
  if (known?.contentHash === revision.contentHash) return { unchanged: true, revision };
  const contentType = headers['content-type'];
  return { bytes, revision, ...(contentType === undefined ? {} : { contentType }) };
};

const FORBIDDEN = 'EFORBIDDENADDRESS';

const refusalOf = (error: NodeJS.ErrnoException, signal: AbortSignal): FetchRefusal => {
  if (signal.aborted) return { refused: 'too-slow', detail: 'timeout' };
  return {
    refused: error.code === FORBIDDEN ? 'forbidden-address' : 'not-reachable',
    detail: error.code ?? error.message.slice(0, 200),
  };
};

/** The address that is checked here is the one that the socket connects to: no second look-up can name another. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  resolveHost(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || !first) return callback(error ?? new Error('no address'), '', 4);
    if (addresses.some(({ address }) => isPrivate(address)))
      return callback(Object.assign(new Error('forbidden address'), { code: FORBIDDEN }), '', 4);
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};

const PRIVATE: [address: string, prefix: number, family: 'ipv4' | 'ipv6'][] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 127, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['::ffff:0:0', 96, 'ipv6'],
];
const blocked = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [address, prefix, family] of PRIVATE) blocked[family].addSubnet(address, prefix, family);

export const isPrivate = (address: string): boolean => {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  return blocked[family].check(address, family);
};
