/** A list that renews itself when the server says that something is new; the rest of the page, with what is being typed, stays. */
export const enhanceLive = (): void => {
  const region = document.querySelector<HTMLElement>('[data-live]');
  const address = region?.dataset.live;
  if (!region || !address) return;
  const word = document.querySelector<HTMLElement>('[data-live-word]');
  let isFetching = false;
  let isStale = false;

  const renew = async (): Promise<void> => {
    isStale = true;
    if (isFetching) return;
    isFetching = true;
    try {
      while (isStale) {
        isStale = false;
        const answer = await fetch(location.pathname, { headers: { accept: 'text/html' } });
        if (!answer.ok) return;
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const fresh = page.querySelector('[data-live]');
        if (!fresh || fresh.innerHTML === region.innerHTML) continue;
        // Whoever reads in the list with the keyboard is not thrown out of it.
        const focused = region.contains(document.activeElement)
          ? document.activeElement?.getAttribute('href')
          : undefined;
        region.replaceChildren(...fresh.childNodes);
        if (focused) region.querySelector<HTMLElement>(`[href="${CSS.escape(focused)}"]`)?.focus();
        if (word) word.textContent = word.dataset.liveWord ?? '';
      }
    } catch {
      // Offline: the stream comes back by itself, and says then what is new.
    } finally {
      isFetching = false;
    }
  };

  const stream = new EventSource(address);
  stream.addEventListener('new', () => void renew());
  // Something may have happened while the connection was away.
  let isFirst = true;
  stream.addEventListener('open', () => {
    if (!isFirst) void renew();
    isFirst = false;
  });
};
