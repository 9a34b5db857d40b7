import type { NewsMessages } from './news.messages.ts';

export type NewsCard = { key: string; href: string; title: string; facts: string; tag: string | undefined };
export type NewsView = {
  heading: string;
  count: string;
  groups: { key: string; heading: string; cards: NewsCard[] }[];
  months: { label: string; href: string; rel: 'prev' | 'next' }[];
  feed: string;
};

/** What came in a month, by field of action. */
export const NewsPage = ({ view, t }: { view: NewsView; t: NewsMessages }) => (
  <div class="network">
    <h1 class="kern-heading-large">{view.heading}</h1>
    <p class="kern-body">{t.lead}</p>
    <p class="kern-body">
      <a class="kern-link" href={view.feed}>
        {t.feed}
      </a>
    </p>
    <p class="kern-body">
      <strong>{view.groups.length === 0 ? t.none : view.count}</strong>
    </p>
    {view.groups.map(({ key, heading, cards }) => (
      <section key={key}>
        <h2 class="kern-heading-medium">{heading}</h2>
        <ul class="plain-list services__list">
          {cards.map((card) => (
            <li key={card.key}>
              <a class="kern-link" href={card.href}>
                {card.title}
              </a>
              <span class="services__note">
                {card.facts}
                {card.tag !== undefined && ` · ${card.tag}`}
              </span>
            </li>
          ))}
        </ul>
      </section>
    ))}
    {view.months.length > 0 && (
      <nav aria-label={t.months}>
        <ul class="links-inline">
          {view.months.map(({ label, href, rel }) => (
            <li key={href}>
              <a class="kern-link" href={href} rel={rel}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    )}
  </div>
);
