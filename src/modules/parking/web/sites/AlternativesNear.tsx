import type { SiteMessages } from './messages.ts';
import type { SiteCard } from './SiteCardItem.tsx';
import { SiteCardItem } from './SiteCardItem.tsx';

export type AlternativesView = { cards: SiteCard[]; sources: string[]; all: string };

/** Where else to park: public car parks, as full as they are known to be. */
export const AlternativesNear = ({ view, t }: { view: AlternativesView; t: SiteMessages }) => (
  <section>
    <h2 class="kern-heading-medium">{t.alternatives}</h2>
    {view.cards.length === 0 && <p class="kern-body">{t.noAlternatives}</p>}
    <ul class="offers">
      {view.cards.map((card) => (
        <SiteCardItem key={card.id} card={card} t={t} level={3} />
      ))}
    </ul>
    {view.sources.length > 0 && <p class="kern-body kern-body--small">{view.sources.join('; ')}</p>}
    <a class="kern-link" href={view.all}>
      {t.allSites}
    </a>
  </section>
);
