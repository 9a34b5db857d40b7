type Suggestion = { label: string; hint: string; municipality: { ars: string; ags: string | null } };

const SHORTEST_ASKED = 2;
const PAUSE_MILLISECONDS = 150;

/** Typing aid for the field of the place: a combobox after the pattern of the ARIA authoring practices. */
export const enhancePlaceInput = (): void => {
  const input = document.querySelector<HTMLInputElement>('input[data-suggest]');
  if (!input) return;
  const list = document.createElement('ul');
  list.className = 'suggestions';
  list.id = 'ort-vorschlaege';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.labels?.[0]?.textContent ?? '');
  list.hidden = true;
  input.insertAdjacentElement('afterend', list);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');
  input.autocomplete = 'off';
  new PlaceChooser(input, list).listen();
};

class PlaceChooser {
  private suggestions: Suggestion[] = [];
  private active = -1;
  private pause = 0;
  private readonly input: HTMLInputElement;
  private readonly list: HTMLUListElement;

  constructor(input: HTMLInputElement, list: HTMLUListElement) {
    this.input = input;
    this.list = list;
  }

  listen(): void {
    this.input.addEventListener('input', () => {
      clearTimeout(this.pause);
      this.pause = window.setTimeout(() => void this.ask(), PAUSE_MILLISECONDS);
    });
    this.input.addEventListener('keydown', (event) => this.onKey(event));
    this.input.addEventListener('blur', () => window.setTimeout(() => this.show([]), PAUSE_MILLISECONDS));
  }

  private async ask(): Promise<void> {
    const asked = this.input.value.trim();
    if (asked.length < SHORTEST_ASKED) return this.show([]);
    const query = new URLSearchParams({ name: asked, limit: '7' });
    const answer = await fetch(`/api/municipalities?${query}`).catch(() => undefined);
    if (!answer?.ok || asked !== this.input.value.trim()) return;
    const { municipalities } = (await answer.json()) as { municipalities: Suggestion[] };
    this.show(municipalities);
  }

  private show(suggestions: Suggestion[]): void {
    this.suggestions = suggestions;
    this.active = -1;
    this.list.replaceChildren(...suggestions.map((one, index) => this.option(one, index)));
    this.list.hidden = suggestions.length === 0;
    this.input.setAttribute('aria-expanded', String(suggestions.length > 0));
    this.input.removeAttribute('aria-activedescendant');
  }

  private option(suggestion: Suggestion, index: number): HTMLLIElement {
    const item = document.createElement('li');
    item.id = `ort-vorschlag-${index}`;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', 'false');
    const hint = document.createElement('small');
    hint.textContent = ` ${suggestion.hint}`;
    item.append(suggestion.label, hint);
    item.addEventListener('mousedown', (event) => {
      event.preventDefault();
      this.choose(index);
    });
    return item;
  }

  private onKey(event: KeyboardEvent): void {
    const count = this.suggestions.length;
    if (count === 0) return;
    if (event.key === 'Escape') this.show([]);
    const isChosen = event.key === 'Enter' && this.active >= 0;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (isChosen || step !== 0) event.preventDefault();
    if (isChosen) this.choose(this.active);
    if (step !== 0) this.move((this.active + step + count) % count);
  }

  private move(to: number): void {
    this.active = to;
    for (const [index, item] of [...this.list.children].entries())
      item.setAttribute('aria-selected', String(index === this.active));
    this.input.setAttribute('aria-activedescendant', `ort-vorschlag-${this.active}`);
  }

  /** The key instead of the name: two towns of one name stay apart. */
  private choose(index: number): void {
    const chosen = this.suggestions[index];
    if (!chosen) return;
    this.input.value = chosen.municipality.ags ?? chosen.municipality.ars;
    this.input.form?.requestSubmit();
  }
}
