import type { EventMessages } from './event.messages.ts';
import { Tag } from './Tag.tsx';

export type EventCard = {
  key: string;
  href: string;
  title: string;
  when: string;
  facts: string;
  place: string;
  online: string | undefined;
  calendar: string;
  tag: string | undefined;
};
export type EventsView = { toCome: EventCard[]; over: EventCard[]; calendar: string };

const Card = ({ card, t }: { card: EventCard; t: EventMessages }) => (
  <li class="offer">
    <p class="offer__facts">
      <strong>{card.when}</strong>
    </p>
    <h3 class="offer__name">
      <a class="kern-link" href={card.href}>
        {card.title}
      </a>
    </h3>
    <Tag text={card.tag} />
    <p class="offer__facts">{card.facts}</p>
    <p class="offer__facts">{card.place}</p>
    <ul class="links-inline">
      {card.online !== undefined && (
        <li>
          <a class="kern-link" href={card.online} rel="noreferrer">
            {t.online}
          </a>
        </li>
      )}
      <li>
        <a class="kern-link" href={card.calendar}>
          {t.take}
          <span class="kern-sr-only">: {card.title}</span>
        </a>
      </li>
    </ul>
  </li>
);

/** What is coming up in the network, and what was. */
export const EventsPage = ({ view, t }: { view: EventsView; t: EventMessages }) => (
  <div class="network">
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
    <p class="kern-body">
      <a class="kern-link" href={view.calendar}>
        {t.calendar}
      </a>
    </p>
    <section>
      <h2 class="kern-heading-medium">{t.toCome}</h2>
      {view.toCome.length === 0 && <p class="kern-body">{t.none}</p>}
      <ul class="offers">
        {view.toCome.map((card) => (
          <Card key={card.key} card={card} t={t} />
        ))}
      </ul>
    </section>
    {view.over.length > 0 && (
      <section>
        <h2 class="kern-heading-medium">{t.over}</h2>
        <ul class="offers">
          {view.over.map((card) => (
            <Card key={card.key} card={card} t={t} />
          ))}
        </ul>
      </section>
    )}
  </div>
);
