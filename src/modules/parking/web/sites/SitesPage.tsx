import { TextInput } from '../../../../foundation/ui/inputs.tsx';
import { Pagination } from '../../../../foundation/ui/Pagination.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { SiteMessages } from './messages.ts';
import { type SiteCard, SiteCardItem } from './SiteCardItem.tsx';

export type SitesView = {
  heading: string;
  /** Choices as links: the one that holds has no address. */
  choices: { label: string; href: string | undefined }[][];
  count: string;
  cards: SiteCard[];
  sources: string[];
  position: string;
  previous: string | undefined;
  next: string | undefined;
  shareHref: string;
};

type Props = { view: SitesView; t: SiteMessages };

const Choices = ({ view, t }: Props) => (
  <nav aria-label={t.choose}>
    <ul class="plain-list">
      {view.choices.map((group) => (
        <li key={group[0]?.label} class="kern-body">
          {group.map(({ label, href }, index) => (
            <span key={label}>
              {index > 0 && ' · '}
              {href === undefined ? (
                <strong aria-current="true">{label}</strong>
              ) : (
                <a class="kern-link" href={href}>
                  {label}
                </a>
              )}
            </span>
          ))}
        </li>
      ))}
    </ul>
  </nav>
);

/** Public parking around a place, nearest first. */
export const SitesPage = ({ view, t }: Props) => (
  <>
    <h1 class="kern-heading-large">{view.heading}</h1>
    <p class="kern-body">{t.lead}</p>
    <Choices view={view} t={t} />
    <p class="kern-body" role="status">
      <strong>{view.count}</strong>
    </p>
    {view.cards.length > 0 && (
      <ul class="offers">
        {view.cards.map((card) => (
          <SiteCardItem key={card.id} card={card} t={t} level={2} />
        ))}
      </ul>
    )}
    {(view.previous || view.next) && (
      <Pagination
        label={t.pages.label}
        position={view.position}
        previous={view.previous ? { href: view.previous, label: t.pages.previous } : undefined}
        next={view.next ? { href: view.next, label: t.pages.next } : undefined}
      />
    )}
    {view.sources.length > 0 && (
      <section>
        <h2 class="kern-heading-small">{t.sources}</h2>
        <ul class="plain-list">
          {view.sources.map((source) => (
            <li key={source} class="kern-body kern-body--small">
              {source}
            </li>
          ))}
        </ul>
      </section>
    )}
    <p class="kern-body">
      <a class="kern-link" href={view.shareHref}>
        {t.share}
      </a>
    </p>
  </>
);

/** Without a place there is nothing to show yet. */
export const SitesWherePage = ({ action, t }: { action: string; t: SiteMessages }) => (
  <>
    <h1 class="kern-heading-large">{t.title}</h1>
    <form method="get" action={action} class="stack">
      <p class="kern-body">{t.needPlace}</p>
      <TextInput name="ort" label={t.place} maxLength={100} />
      <SubmitButton label={t.placeButton} />
    </form>
  </>
);
