import type { SiteMessages } from './messages.ts';

export type SiteCard = {
  id: string;
  name: string;
  href: string | undefined;
  state: { tone: 'open' | 'closed' | 'unknown'; text: string };
  facts: string[];
  fee: string | undefined;
  isDemonstration: boolean;
  /** How full it was and will be; absent where nobody counts. */ course:
    | { label: string; href: string }
    | undefined;
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
      {card.course && (
        <p class="offer__facts">
          <a class="kern-link" href={card.course.href} aria-label={`${card.course.label}: ${card.name}`}>
            {card.course.label}
          </a>
        </p>
      )}
      {card.fee !== undefined && <p class="offer__facts">{card.fee}</p>}
    </li>
  );
};
