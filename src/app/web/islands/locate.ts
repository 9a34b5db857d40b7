// Four digits are about 10 m: enough to find the playground, less than the device knows.
const DIGITS = 4;
const PATIENCE_MILLISECONDS = 10_000;

/** The button is hidden until a script can serve it, and asks for the position only when it is pressed. */
export const enhanceLocate = (): void => {
  const button = document.querySelector<HTMLButtonElement>('[data-locate]');
  if (!button || !navigator.geolocation) return;
  button.hidden = false;
  const note = document.querySelector<HTMLElement>('[data-locate-note]');
  const say = (text: string | undefined): void => {
    if (note && text) note.textContent = text;
  };
  button.addEventListener('click', () => {
    say(button.dataset.busy);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const query = new URLSearchParams({
          lat: coords.latitude.toFixed(DIGITS),
          lon: coords.longitude.toFixed(DIGITS),
        });
        location.assign(`${button.dataset.target ?? '/'}?${query}`);
      },
      () => say(button.dataset.failed),
      { timeout: PATIENCE_MILLISECONDS, maximumAge: 60_000 },
    );
  });
};
