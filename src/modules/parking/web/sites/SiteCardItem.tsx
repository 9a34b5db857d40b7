import type { SiteMessages } from './messages.ts';

export type SiteCard = {
  id: string;
  name: string;
  href: string | undefined;
  state: { tone: 'open' | 'closed' | 'unknown'; text: string };
  facts: string[];
  fee: string | undefined;
  isDemonstration: boolean;
};

type Props = { card: SiteCard; t: SiteMessages; level: 2 | 3 };

/** One site in a list: what it is called, how full it is, and its facts. */
export const SiteCardItem = ({ card, t, level }: Props) => {
  const Heading = `h${level}` as const;
  return (
    <li class="offer" id={`p-${card.id}`}>
      <Heading class="offer__name">
        {card.href === undefined ? (
          card.name
        ) : (
          <a class="kern-link" href={card.href} rel="noreferrer">
            {card.name}
          </a>
        )}
      </Heading>
      <p class={`offer__state offer__state--${card.state.tone}`}>{card.state.text}</p>
      <p class="offer__facts">
        {card.facts.join(' · ')}
        {card.isDemonstration && <span class="tag">{t.demonstration}</span>}
      </p>
      {card.fee !== undefined && <p class="offer__facts">{card.fee}</p>}
    </li>
  );
};
