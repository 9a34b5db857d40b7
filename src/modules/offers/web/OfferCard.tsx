import type { OfferMessages } from './messages.ts';
import type { CardView } from './view.ts';

/** A card in a list; `level` is the level of its heading on the page it stands on. */
export const OfferCard = ({ card, t, level = 2 }: { card: CardView; t: OfferMessages; level?: 2 | 3 }) => {
  const Heading = `h${level}` as const;
  return (
    <li class="offer" id={`o-${card.id}`} data-lon={card.lon} data-lat={card.lat}>
      <Heading class="offer__name">
        <a class="kern-link" href={card.href}>
          {card.isCalledOff ? <s>{card.name}</s> : card.name}
        </a>
      </Heading>
      <p class={`offer__state offer__state--${card.state.kind}`}>
        <span aria-hidden="true">{card.state.shape} </span>
        {card.state.text}
        {card.calledOff && <strong> – {card.calledOff}</strong>}
      </p>
      <p class="offer__facts">
        {[card.category, card.distance, card.town, ...card.facts].filter(Boolean).join(' · ')}
        {card.isDemonstration && <span class="tag">{t.demonstration}</span>}
      </p>
    </li>
  );
};
