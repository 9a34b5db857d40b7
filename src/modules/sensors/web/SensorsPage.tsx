import { Control, type FieldView } from '../../../foundation/ui/Control.tsx';
import { SubmitButton } from '../../../foundation/ui/SubmitButton.tsx';
import { type AlertLine, Alerts } from './Alerts.tsx';
import type { SensorMessages } from './messages.ts';
import { WayLine } from './WayLine.tsx';

export type SensorCard = {
  id: number;
  href: string;
  name: string;
  lon: number | undefined;
  lat: number | undefined;
  /** The last value with its time, or that nobody knows. */ state: string;
  facts: string[];
  isInvented: boolean;
};

export type SensorsView = {
  heading: string;
  action: string;
  hidden: Record<string, string>;
  fields: FieldView[];
  everywhere: string | undefined;
  ways: { href: string; label: string }[];
  alerts: AlertLine[];
  counted: string;
  none: string;
  cards: SensorCard[];
  map: { lon: number; lat: number; tiles: { url: string; attribution: string } | undefined } | undefined;
};

const Card = ({ card, t }: { card: SensorCard; t: SensorMessages }) => (
  <li class="offer" data-lon={card.lon} data-lat={card.lat}>
    <h2 class="offer__name">
      <a class="kern-link" href={card.href}>
        {card.name}
      </a>
    </h2>
    <p class="offer__state">{card.state}</p>
    <p class="offer__facts">
      {card.facts.join(' · ')}
      {card.isInvented && <span class="tag">{t.invented}</span>}
    </p>
  </li>
);

/** Every sensor, as a list and on the map. */
export const SensorsPage = ({ view, t }: { view: SensorsView; t: SensorMessages }) => (
  <>
    <div class="network">
      <h1 class="kern-heading-large">{view.heading}</h1>
      <p class="kern-body">{t.lead}</p>
      <WayLine ways={view.ways} />
      {view.alerts.length > 0 && <Alerts alerts={view.alerts} t={t} />}
      <form method="get" action={view.action} class="stack">
        {Object.entries(view.hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {view.fields.map((field) => (
          <Control key={field.name} field={field} choose={t.filter.all} />
        ))}
        <SubmitButton label={t.filter.apply} rank="secondary" />
      </form>
      {view.everywhere !== undefined && (
        <p class="kern-body">
          <a class="kern-link" href={view.everywhere}>
            {t.everywhere}
          </a>
        </p>
      )}
      <p class="kern-body">{view.cards.length === 0 ? view.none : view.counted}</p>
    </div>
    {view.cards.length > 0 && (
      <div class="results">
        <div class="results__list">
          <ul class="offers">
            {view.cards.map((card) => (
              <Card key={card.id} card={card} t={t} />
            ))}
          </ul>
        </div>
        {view.map && (
          <section
            class="map"
            aria-label={t.mapLabel}
            data-map
            data-lon={view.map.lon}
            data-lat={view.map.lat}
            data-tiles={view.map.tiles?.url}
            data-attribution={view.map.tiles?.attribution}
          >
            <p class="map__note kern-body kern-body--small">{t.mapNote}</p>
          </section>
        )}
      </div>
    )}
  </>
);
