import type { ComponentChildren } from 'preact';
import { Alert } from '../../foundation/ui/Alert.tsx';
import { type CardView, OfferCard, type OfferMessages } from '../../modules/offers/web/index.ts';
import type { AppMessages } from './messages.ts';

type NamedLink = { label: string; href: string; note?: string | undefined };

/** Everything in words: what a municipality or a district shows of itself. */
export type TownView = {
  name: string;
  kind: string;
  succession: string[];
  nearbyHref?: string | undefined;
  today: CardView[];
  open: CardView[];
  newest: CardView[];
  isMunicipality: boolean;
  counts: { label: string; count: string }[];
  figures: [term: string, value: string][];
  chain: NamedLink[];
  neighbours: NamedLink[];
  members: NamedLink[];
  /** Municipalities like it; absent above the municipality and where nobody lives. */ twinsHref?:
    | string
    | undefined;
  dataHref: string;
  source: string;
};

const Cards = (props: { heading: string; cards: CardView[]; empty: string; t: OfferMessages }) => (
  <section>
    <h2 class="kern-heading-medium">{props.heading}</h2>
    {props.cards.length > 0 ? (
      <ul class="offers">
        {props.cards.map((card) => (
          <OfferCard key={card.id} card={card} t={props.t} level={3} />
        ))}
      </ul>
    ) : (
      <p>{props.empty}</p>
    )}
  </section>
);

const Links = ({
  heading,
  links,
  children,
}: {
  heading: string;
  links: NamedLink[];
  children?: ComponentChildren;
}) =>
  links.length === 0 ? null : (
    <section>
      <h2 class="kern-heading-medium">{heading}</h2>
      <ul class="columns">
        {links.map((link) => (
          <li key={link.href}>
            <a class="kern-link" href={link.href}>
              {link.label}
            </a>
            {link.note && <span class="kern-hint"> {link.note}</span>}
          </li>
        ))}
      </ul>
      {children}
    </section>
  );

const Facts = ({ view, t }: { view: TownView; t: AppMessages }) => (
  <section>
    <h2 class="kern-heading-medium">{t.town.facts}</h2>
    <dl class="facts">
      {view.figures.map(([term, value]) => (
        <div key={term} class="fact">
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {view.chain.length > 0 && (
        <div class="fact">
          <dt>{t.town.chain}</dt>
          <dd>
            <ol class="plain-list">
              {view.chain.map((level) => (
                <li key={level.href}>
                  <a class="kern-link" href={level.href}>
                    {level.label}
                  </a>{' '}
                  <span class="kern-hint">{level.note}</span>
                </li>
              ))}
            </ol>
          </dd>
        </div>
      )}
    </dl>
    <p class="source">
      {view.source}{' '}
      <a class="kern-link" href={view.dataHref}>
        {t.town.data}
      </a>
    </p>
  </section>
);

export const TownPage = ({ view, t, offers }: { view: TownView; t: AppMessages; offers: OfferMessages }) => (
  <div class="detail">
    <p class="kern-body">{view.kind}</p>
    <h1 class="kern-heading-large">{view.name}</h1>
    {view.succession.map((note) => (
      <Alert key={note} kind="info" title={note} />
    ))}
    {view.nearbyHref && (
      <p class="actions">
        <a class="kern-btn kern-btn--primary" href={view.nearbyHref}>
          <span class="kern-label">{t.town.allNearby}</span>
        </a>
      </p>
    )}
    {view.isMunicipality && (
      <>
        <Cards heading={t.town.today} cards={view.today} empty={t.town.noEvents} t={offers} />
        <Cards
          heading={t.town.open}
          cards={view.open}
          empty={view.newest.length > 0 ? t.town.noOpen : t.town.nothing}
          t={offers}
        />
        {view.newest.length > 0 && <Cards heading={t.town.newest} cards={view.newest} empty="" t={offers} />}
        {view.counts.length > 0 && (
          <section>
            <h2 class="kern-heading-medium">{t.town.offers}</h2>
            <ul class="columns">
              {view.counts.map(({ label, count }) => (
                <li key={label}>
                  {label}: {count}
                </li>
              ))}
            </ul>
          </section>
        )}
      </>
    )}
    <Facts view={view} t={t} />
    <Links heading={t.town.members} links={view.members} />
    <Links heading={t.town.neighbours} links={view.neighbours} />
    {view.twinsHref !== undefined && (
      <p class="kern-body">
        <a class="kern-link" href={view.twinsHref}>
          {t.town.twins}
        </a>
      </p>
    )}
  </div>
);
