/// <reference lib="webworker" />
export {};

declare const self: ServiceWorkerGlobalScope;

const SHELL = 'shell-1';
const SEEN = 'seen-1';
const OFFLINE = '/offline';
const MOST_SEEN = 30;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((cache) => cache.add(OFFLINE))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  const current = new Set([SHELL, SEEN]);
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => !current.has(name)).map((name) => caches.delete(name))),
      )
      .then(() => self.clients.claim()),
  );
});

const keep = async (request: Request, answer: Response): Promise<void> => {
  const cache = await caches.open(SEEN);
  await cache.put(request, answer);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST_SEEN)).map((key) => cache.delete(key)));
};

// Pages of somebody who is signed in: the next one at this device must not find them.
const isPrivate = (answer: Response): boolean =>
  answer.headers.get('cache-control')?.includes('no-store') === true;

/** Pages: the network first, so that "now" is now; without one, what was seen last, then the offline page. */
const page = async (event: FetchEvent): Promise<Response> => {
  try {
    const answer = await fetch(event.request);
    if (answer.ok && !isPrivate(answer)) event.waitUntil(keep(event.request, answer.clone()));
    return answer;
  } catch {
    const seen = await caches.match(event.request);
    return seen ?? (await caches.match(OFFLINE)) ?? Response.error();
  }
};

/** Files with a hash in their name never change. */
const asset = async (request: Request): Promise<Response> => {
  const known = await caches.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(SHELL)).put(request, answer.clone());
  return answer;
};

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (event.request.mode === 'navigate') event.respondWith(page(event));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(event.request));
});
