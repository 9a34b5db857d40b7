import { Pagination } from '../../../foundation/ui/Pagination.tsx';
import { FilterForm } from './FilterForm.tsx';
import type { OfferMessages } from './messages.ts';
import { OfferCard } from './OfferCard.tsx';
import type { ListView } from './view.ts';

const MapBox = ({ view, t }: { view: ListView; t: OfferMessages }) => (
  <section
    class="map"
    aria-label={t.view.mapLabel}
    data-map
    data-lon={view.centre.lon}
    data-lat={view.centre.lat}
    data-tiles={view.mapTiles?.url}
    data-attribution={view.mapTiles?.attribution}
  >
    <p class="map__note kern-body kern-body--small">{t.view.mapNote}</p>
  </section>
);

const Results = ({ view, t }: { view: ListView; t: OfferMessages }) => (
  <div class="results__list">
    {view.cards.length > 0 ? (
      <ul class="offers">
        {view.cards.map((card) => (
          <OfferCard key={card.id} card={card} t={t} />
        ))}
      </ul>
    ) : (
      <p class="kern-body">{view.isUncharted ? t.nothingKnown : t.nothingHelp}</p>
    )}
    {(view.previous || view.next) && (
      <Pagination
        label={t.pages.label}
        position={view.positionText}
        previous={view.previous ? { href: view.previous, label: t.pages.previous } : undefined}
        next={view.next ? { href: view.next, label: t.pages.next } : undefined}
      />
    )}
    <section class="subscribe">
      <h2 class="kern-heading-small">{t.subscribe.heading}</h2>
      <ul class="plain-list">
        <li>
          <a class="kern-link" href={view.calendarHref}>
            {t.subscribe.calendar}
          </a>
        </li>
        <li>
          <a class="kern-link" href={view.feedHref}>
            {t.subscribe.feed}
          </a>
        </li>
        <li class="kern-body kern-body--small">{t.subscribe.print}</li>
      </ul>
    </section>
  </div>
);

export const ListPage = ({ view, t }: { view: ListView; t: OfferMessages }) => (
  <>
    <h1 class="kern-heading-large">{view.heading}</h1>
    <p class="kern-body">{t.lead}</p>
    <FilterForm view={view.filter} t={t} />
    <div class="summary">
      <p class="kern-body" role="status">
        <strong>{view.cards.length === 0 ? t.nothing : view.countText}</strong>
      </p>
      {view.activeFilters.length > 0 && (
        <ul class="active-filters" aria-label={t.activeFilters}>
          {view.activeFilters.map((filter) => (
            <li key={filter.label}>
              <a class="kern-link" href={filter.href} aria-label={t.removeFilter(filter.label)}>
                {filter.label} <span aria-hidden="true">×</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <p class="view-switch kern-body">
        <a class="kern-link" href={view.mapHref}>
          {view.isMapFirst ? t.view.list : t.view.map}
        </a>
      </p>
    </div>
    <div class={`results${view.isMapFirst ? ' results--map-first' : ''}`}>
      <Results view={view} t={t} />
      <MapBox view={view} t={t} />
    </div>
    <p class="kern-body">
      <a class="kern-link" href={view.suggestHref}>
        {t.suggest}
      </a>
    </p>
  </>
);
