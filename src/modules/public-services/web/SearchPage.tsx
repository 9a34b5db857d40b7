import type { ServiceMessages } from './messages.ts';
import type { HiddenFields, LinkView, SearchView } from './view.ts';

export const Hidden = ({ fields }: { fields: HiddenFields }) => (
  <>
    {fields.map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
  </>
);

export const Links = ({ links }: { links: LinkView[] }) => (
  <ul class="plain-list services__list">
    {links.map(({ href, label, note }) => (
      <li key={href}>
        <a class="kern-link" href={href}>
          {label}
        </a>
        {note && <span class="services__note">{note}</span>}
      </li>
    ))}
  </ul>
);

const SearchForm = ({ view, t }: { view: SearchView; t: ServiceMessages }) => (
  <search>
    <form class="services__search" method="get" action={view.action}>
      <Hidden fields={view.hidden} />
      <div class="kern-form-input">
        <label class="kern-label" for="was">
          {t.search.label}
        </label>
        <div class="kern-hint" id="was-hint">
          {t.search.hint}
        </div>
        <input
          class="kern-form-input__input"
          type="search"
          id="was"
          name="was"
          maxLength={100}
          value={view.text}
          aria-describedby="was-hint"
        />
      </div>
      {!view.hasPlace && (
        <div class="kern-form-input">
          <label class="kern-label" for="ort">
            {t.search.place}
          </label>
          <div class="kern-hint" id="ort-hint">
            {t.search.placeHint}
          </div>
          <input
            class="kern-form-input__input"
            type="text"
            id="ort"
            name="ort"
            maxLength={100}
            aria-describedby="ort-hint"
          />
        </div>
      )}
      <button class="kern-btn kern-btn--primary" type="submit">
        <span class="kern-label">{t.search.button}</span>
      </button>
    </form>
  </search>
);

export const SearchPage = ({ view, t }: { view: SearchView; t: ServiceMessages }) => (
  <div class="services">
    <h1 class="kern-heading-large">{view.heading}</h1>
    <p class="kern-body">{t.lead}</p>
    <SearchForm view={view} t={t} />
    {view.results && (
      <section aria-labelledby="treffer">
        <h2 class="kern-heading-medium" id="treffer">
          {view.results.heading}
        </h2>
        {view.results.isNone && <p class="kern-body">{t.search.noneHelp}</p>}
        <Links links={view.results.links} />
        {view.results.hasMore && <p class="kern-body">{t.search.more}</p>}
      </section>
    )}
    <section aria-labelledby="lebenslagen">
      <h2 class="kern-heading-medium" id="lebenslagen">
        {t.lifeEvents}
      </h2>
      <ul class="links-inline">
        {view.lifeEvents.map(({ href, label, isHere }) => (
          <li key={href}>
            <a class="kern-link" href={href} aria-current={isHere ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
      <Links links={view.ways} />
    </section>
    <Links links={view.quality} />
  </div>
);
