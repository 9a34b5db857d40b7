import type { CallMessages } from './call.messages.ts';
import { Tag } from './Tag.tsx';

export type CallCard = {
  key: string;
  id: string;
  title: string;
  tag: string | undefined;
  days: string[];
  facts: { label: string; text: string }[];
  source: { href: string; state: string; keptBy: string };
};
export type CallGroup = { key: string; heading: string; note: string; count: string; cards: CallCard[] };
export type CallsView = { groups: CallGroup[]; calendar: string; json: string };

const Card = ({ card, t }: { card: CallCard; t: CallMessages }) => (
  <li class="offer" id={card.id}>
    <h3 class="offer__name">{card.title}</h3>
    <Tag text={card.tag} />
    {card.days.map((day) => (
      <p key={day} class="offer__facts">
        <strong>{day}</strong>
      </p>
    ))}
    <dl class="facts">
      {card.facts.map(({ label, text }) => (
        <div key={label} class="fact">
          <dt>{label}</dt>
          <dd class="lines">{text}</dd>
        </div>
      ))}
    </dl>
    <p class="source">
      {card.source.state} · {card.source.keptBy} ·{' '}
      <a class="kern-link" href={card.source.href} rel="noreferrer">
        {t.source}
        <span class="kern-sr-only">: {card.title}</span>
      </a>
    </p>
  </li>
);

/** Calls by what is known of their deadline: open ones first, closed ones last. */
export const CallsPage = ({ view, t }: { view: CallsView; t: CallMessages }) => (
  <div class="network">
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
    <ul class="links-inline">
      <li>
        <a class="kern-link" href={view.calendar}>
          {t.calendar}
        </a>
      </li>
      <li>
        <a class="kern-link" href={view.json}>
          {t.json}
        </a>
      </li>
    </ul>
    {view.groups.length === 0 && <p class="kern-body">{t.none}</p>}
    {view.groups.map(({ key, heading, note, count, cards }) => (
      <section key={key}>
        <h2 class="kern-heading-medium">{heading}</h2>
        <p class="kern-body">
          {count}. {note}
        </p>
        <ul class="offers">
          {cards.map((card) => (
            <Card key={card.key} card={card} t={t} />
          ))}
        </ul>
      </section>
    ))}
  </div>
);
