import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { PartnerMessages } from './messages.ts';

export type PartnerCard = {
  key: string;
  name: string;
  about: string;
  offers: string;
  needs: string;
  fields: string;
  notes: string[];
  references: { href: string; title: string; state: string }[];
};

type Props = {
  action: string;
  filter: FieldView;
  count: string;
  cards: PartnerCard[];
  json: string;
  t: PartnerMessages;
};

const Card = ({ card, t }: { card: PartnerCard; t: PartnerMessages }) => (
  <li class="offer">
    <h2 class="offer__name">{card.name}</h2>
    <p class="offer__facts">{card.about}</p>
    <dl class="facts">
      {[
        [t.offers, card.offers],
        [t.needs, card.needs],
        [t.field, card.fields],
      ].map(([label, text]) => (
        <div key={label} class="fact">
          <dt>{label}</dt>
          <dd class="lines">{text === '' ? <span class="soft">{t.blank}</span> : text}</dd>
        </div>
      ))}
      <div class="fact">
        <dt>{t.references}</dt>
        <dd>
          {card.references.length === 0 && <span class="soft">{t.noReferences}</span>}
          <ul class="plain-list">
            {card.references.map(({ href, title, state }) => (
              <li key={href}>
                <a class="kern-link" href={href}>
                  {title}
                </a>{' '}
                ({state})
              </li>
            ))}
          </ul>
        </dd>
      </div>
    </dl>
    <p class="offer__facts">{card.notes.join(' · ')}</p>
  </li>
);

/** Who offers and needs what, in alphabetical order. */
export const PartnersPage = ({ action, filter, count, cards, json, t }: Props) => (
  <div class="network">
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
    <p class="kern-body">{t.rules}</p>
    <form method="get" action={action} class="stack">
      <Control field={filter} choose={t.all} />
      <SubmitButton label={t.filter} />
    </form>
    <p class="kern-body" role="status">
      <strong>{count}</strong>
    </p>
    {cards.length === 0 && <p class="kern-body">{t.none}</p>}
    <ul class="offers">
      {cards.map((card) => (
        <Card key={card.key} card={card} t={t} />
      ))}
    </ul>
    <p class="kern-body">
      <a class="kern-link" href={json}>
        {t.json}
      </a>
    </p>
  </div>
);
