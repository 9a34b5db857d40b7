import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { TextInput } from '../../../../foundation/ui/inputs.tsx';
import { Pagination } from '../../../../foundation/ui/Pagination.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
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

export type LibraryView = {
  heading: string;
  action: string;
  hidden: [name: string, value: string][];
  text: string;
  /** Without a place the likeness of towns does not count. */ needPlace: boolean;
  filters: FieldView[];
  isFiltered: boolean;
  count: string;
  cards: (EntryCard & { /** Its parts, as a sum that can be followed. */ rank: string })[];
  position: string;
  previous: string | undefined;
  next: string | undefined;
  reset: string | undefined;
};

type Props = { view: LibraryView; exports: { label: string; href: string }[]; t: LibraryMessages };

const Ask = ({ view, t }: Omit<Props, 'exports'>) => (
  <form method="get" action={view.action} class="services__search">
    {view.hidden.map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    {view.needPlace && (
      <TextInput name="ort" label={t.search.place} hint={t.search.placeHint} maxLength={100} />
    )}
    <TextInput name="q" label={t.search.label} state={{ value: view.text }} maxLength={200} />
    <details open={view.isFiltered}>
      <summary>{t.search.more}</summary>
      <div class="filter__more">
        {view.filters.map((field) => (
          <Control key={field.name} field={field} choose={t.search.all} />
        ))}
      </div>
    </details>
    <SubmitButton label={t.search.button} />
  </form>
);

/** Everything public, ranked for who asks, and how to take it along. */
export const LibraryPage = ({ view, exports, t }: Props) => (
  <div class="network">
    <h1 class="kern-heading-large">{view.heading}</h1>
    <p class="kern-body">{t.lead}</p>
    <Ask view={view} t={t} />
    <p class="kern-body" role="status">
      <strong>{view.count}</strong>
      {view.reset !== undefined && (
        <>
          {' '}
          <a class="kern-link" href={view.reset}>
            {t.search.reset}
          </a>
        </>
      )}
    </p>
    <ul class="offers">
      {view.cards.map((card) => (
        <li key={card.key} class="offer">
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
          <p class="offer__facts">{card.rank}</p>
        </li>
      ))}
    </ul>
    {(view.previous !== undefined || view.next !== undefined) && (
      <Pagination
        label={t.search.pages}
        position={view.position}
        previous={view.previous === undefined ? undefined : { href: view.previous, label: t.search.previous }}
        next={view.next === undefined ? undefined : { href: view.next, label: t.search.next }}
      />
    )}
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
