import type { OfferMessages } from './messages.ts';
import type { Choice, FilterView } from './view.ts';

const Select = (props: { name: string; label: string; choices: Choice[] }) => (
  <div class="kern-form-input">
    <label class="kern-label" for={props.name}>
      {props.label}
    </label>
    <div class="kern-form-input__select-wrapper">
      <select class="kern-form-input__select" id={props.name} name={props.name}>
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.isChosen}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  </div>
);

const CategorySelect = ({ view, t }: { view: FilterView; t: OfferMessages }) => (
  <div class="kern-form-input">
    <label class="kern-label" for="kategorie">
      {t.filter.category}
    </label>
    <div class="kern-form-input__select-wrapper">
      <select class="kern-form-input__select" id="kategorie" name="kategorie">
        <option value="">{t.filter.allCategories}</option>
        {view.categories.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.choices.map((choice) => (
              <option key={choice.value} value={choice.value} selected={choice.isChosen}>
                {choice.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  </div>
);

/** One plain GET form: chips are checkboxes, so that several hold at once and everything works without JavaScript. */
export const FilterForm = ({ view, t }: { view: FilterView; t: OfferMessages }) => (
  <form class="filter" method="get" action={view.action} data-autosubmit>
    {view.hidden.map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <fieldset class="filter__chips">
      <legend class="kern-sr-only">{t.filter.legend}</legend>
      {view.chips.map((chip) => (
        <label key={chip.name} class="chip">
          <input type="checkbox" name={chip.name} value="1" checked={chip.isChosen} />
          <span>{chip.label}</span>
        </label>
      ))}
      <button class="kern-btn kern-btn--secondary filter__apply" type="submit">
        <span class="kern-label">{t.filter.apply}</span>
      </button>
    </fieldset>
    <details open={view.isExpanded}>
      <summary class="kern-body">{t.filter.more}</summary>
      <div class="filter__more">
        <CategorySelect view={view} t={t} />
        <Select name="umkreis" label={t.filter.radius} choices={view.radii} />
        <div class="kern-form-input">
          <label class="kern-label" for="q">
            {t.filter.text}
          </label>
          <input
            class="kern-form-input__input"
            type="search"
            id="q"
            name="q"
            value={view.text}
            maxLength={100}
          />
        </div>
        <Select name="was" label={`${t.filter.onlyPlaces} / ${t.filter.onlyEvents}`} choices={view.kinds} />
        <label class="chip">
          <input type="checkbox" name="stufenlos" value="1" checked={view.stepFree} />
          <span>{t.filter.stepFree}</span>
        </label>
        <button class="kern-btn kern-btn--primary" type="submit">
          <span class="kern-label">{t.filter.apply}</span>
        </button>
      </div>
    </details>
  </form>
);
