import type { DeliveryRefusal } from '../delivery.ts';

const PATIENCE_MILLISECONDS = 30_000;
const MOST_BYTES = 4 * 1024 * 1024;
const HERE = new Set(['127.0.0.1', 'localhost', '[::1]']);

export type Question = {
  method?: 'GET' | 'POST' | 'PUT';
  headers?: Record<string, string>;
  body?: string | URLSearchParams;
  /** Ends the whole piece of work. */ signal?: AbortSignal;
  patienceMilliseconds?: number;
  mostBytes?: number;
};
export type Answer = { status: number; text: string };

/** Plain http only on this machine, where nobody is on the way. */
const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && HERE.has(hostname));

/** One request to a configured address; it follows nobody elsewhere, waits for a time and reads so much. */
export const askService = async (
  address: string,
  { method = 'GET', headers = {}, body, signal, ...limits }: Question = {},
): Promise<Answer | DeliveryRefusal> => {
  const url = URL.parse(address);
  if (!url || !isSafe(url)) return { refused: 'not-encrypted' };
  const patience = AbortSignal.timeout(limits.patienceMilliseconds ?? PATIENCE_MILLISECONDS);
  try {
    const response = await fetch(url, {
      method,
      headers: { 'user-agent': 'Allmende', ...headers },
      ...(body !== undefined && { body }),
      redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      return { refused: 'redirected' };
    }
    const text = await readText(response, limits.mostBytes ?? MOST_BYTES);
    return text === undefined ? { refused: 'too-large' } : { status: response.status, text };
  } catch {
    return { refused: patience.aborted || signal?.aborted ? 'too-slow' : 'not-reachable' };
  }
};

const readText = async (response: Response, mostBytes: number): Promise<string | undefined> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    // Leaving the loop ends the transfer.
    if (size > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
};

const BUSY = new Set([408, 409, 425, 429]);

/** What a status means for a delivery; undefined: it went well. A conflict is settled by the event log next time. */
export const refusalOf = (status: number): DeliveryRefusal | undefined => {
  if (status >= 200 && status < 300) return undefined;
  if (status === 401 || status === 403) return { refused: 'unauthorised' };
  return { refused: BUSY.has(status) || status >= 500 ? 'service-busy' : 'refused-by-service' };
};
