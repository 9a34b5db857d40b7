import { Badges } from './EntryPage.tsx';
import type { LibraryMessages } from './messages.ts';

export type EntryCard = {
  key: string;
  href: string;
  title: string;
  kind: string;
  origin: string;
  summary: string;
  badges: string[];
};

export type ExportLink = { label: string; href: string };

/** Everything public, and how to take it along. */
export const LibraryPage = ({
  cards,
  exports,
  t,
}: {
  cards: EntryCard[];
  exports: ExportLink[];
  t: LibraryMessages;
}) => (
  <div class="network">
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
    {cards.length === 0 && <p class="kern-body">{t.none}</p>}
    <ul class="offers">
      {cards.map((card) => (
        <EntryCardItem key={card.key} card={card} t={t} />
      ))}
    </ul>
    <section>
      <h2 class="kern-heading-medium">{t.export}</h2>
      <ul class="links-inline">
        {exports.map(({ label, href }) => (
          <li key={href}>
            <a class="kern-link" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  </div>
);

const EntryCardItem = ({ card, t }: { card: EntryCard; t: LibraryMessages }) => (
  <li class="offer">
    <h2 class="offer__name">
      <a class="kern-link" href={card.href}>
        {card.title}
      </a>
    </h2>
    <p class="offer__facts">
      {card.kind} · {card.origin}
    </p>
    <p class="kern-body">{card.summary}</p>
    <Badges badges={card.badges} label={t.badge.label} />
  </li>
);
