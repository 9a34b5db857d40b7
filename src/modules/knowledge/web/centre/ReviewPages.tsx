import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { Pagination } from '../../../../foundation/ui/Pagination.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import { Badges } from '../library/EntryPage.tsx';
import type { EntryCard } from '../library/LibraryPage.tsx';
import type { ReviewMessages } from './review.messages.ts';

export type ThinCard = EntryCard & { blanks: string | undefined; ask: string };

export type ReviewView = {
  action: string;
  filters: FieldView[];
  count: string;
  cards: ThinCard[];
  pages:
    | { position: string; previous: string | undefined; next: string | undefined; labels: [string, string] }
    | undefined;
  requests: { key: string; title: string; href: string | undefined; lines: string[] }[];
};

type Props = { view: ReviewView; t: ReviewMessages };

const Requests = ({ view, t }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.sentHeading}</h2>
    {view.requests.length === 0 && <p class="kern-body">{t.noRequests}</p>}
    <ul class="plain-list services__list">
      {view.requests.map(({ key, title, href, lines }) => (
        <li key={key}>
          {href === undefined ? (
            <span>{title}</span>
          ) : (
            <a class="kern-link" href={href}>
              {title}
            </a>
          )}
          {lines.map((line) => (
            <span key={line} class="services__note">
              {line}
            </span>
          ))}
        </li>
      ))}
    </ul>
  </section>
);

/** All public entries that are thin in something, and what was asked before. */
export const ReviewPage = ({ view, t }: Props) => (
  <>
    <h1 class="kern-heading-large">{t.heading}</h1>
    <p class="kern-body">{t.lead}</p>
    <form method="get" action={view.action} class="stack">
      {view.filters.map((field) => (
        <Control key={field.name} field={field} choose="" />
      ))}
      <SubmitButton label={t.show} rank="secondary" />
    </form>
    <p class="kern-body" role="status">
      <strong>{view.count}</strong>
    </p>
    {view.cards.length === 0 && <p class="kern-body">{t.none}</p>}
    <ul class="offers">
      {view.cards.map((card) => (
        <li key={card.key} class="offer">
          <h2 class="offer__name">
            <a class="kern-link" href={card.ask}>
              {card.title}
            </a>
          </h2>
          <p class="offer__facts">
            {card.kind} · {card.origin}
          </p>
          <Badges badges={card.badges} label={t.filter} />
          {card.blanks !== undefined && <p class="offer__facts">{card.blanks}</p>}
        </li>
      ))}
    </ul>
    {view.pages && (
      <Pagination
        label={t.heading}
        position={view.pages.position}
        previous={
          view.pages.previous === undefined
            ? undefined
            : { href: view.pages.previous, label: view.pages.labels[0] }
        }
        next={
          view.pages.next === undefined ? undefined : { href: view.pages.next, label: view.pages.labels[1] }
        }
      />
    )}
    <Requests view={view} t={t} />
  </>
);

export type AskView = {
  title: string;
  facts: string;
  look: string;
  badges: string[];
  isSent: boolean;
  isAsked: boolean;
  refusal: string | undefined;
  action: string;
  parts: FieldView[];
  sentence: FieldView;
};

/** One entry, and the request to its desk. */
export const AskPage = ({ view, t }: { view: AskView; t: ReviewMessages }) => (
  <>
    <ErrorSummary title={t.ask} faults={[[view.parts[0]?.name ?? view.sentence.name, view.refusal]]} />
    {view.isSent && <Alert kind="success" title={t.sent} isUrgent />}
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">
      {view.facts} ·{' '}
      <a class="kern-link" href={view.look}>
        {t.look}
      </a>
    </p>
    <Badges badges={view.badges} label={t.filter} />
    {view.isAsked && !view.isSent && <Alert kind="info" title={t.openAlready} />}
    {!view.isAsked && (
      <form method="post" action={view.action} class="stack">
        <h2 class="kern-heading-medium">{t.ask}</h2>
        <p class="kern-body">{t.askLead}</p>
        <fieldset class="kern-fieldset choice-group">
          <legend class="kern-label">{t.which}</legend>
          {view.parts.map((field) => (
            <Control key={field.name} field={field} choose="" />
          ))}
        </fieldset>
        <Control field={view.sentence} choose="" />
        <SubmitButton label={t.send} />
      </form>
    )}
  </>
);
