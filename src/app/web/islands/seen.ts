/** On the offline page: links to the pages that this browser still has. */
export const listSeenPages = async (): Promise<void> => {
  const list = document.querySelector('[data-seen]');
  if (!list || !('caches' in window)) return;
  const cache = await caches.open('seen-1');
  for (const request of (await cache.keys()).toReversed()) {
    const answer = await cache.match(request);
    const title = /<title>([^<]*)</.exec((await answer?.text()) ?? '')?.[1];
    const link = document.createElement('a');
    link.href = request.url;
    link.className = 'kern-link';
    link.textContent = title
      ? (new DOMParser().parseFromString(title, 'text/html').body.textContent ?? '')
      : request.url;
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
};
