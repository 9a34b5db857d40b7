import type { EntryCard } from '../library/LibraryPage.tsx';
import type { DossierMessages } from './dossier.messages.ts';
import { Tag } from './Tag.tsx';

export type DossierCard = { key: string; href: string; title: string; facts: string; lead: string };
export type DossierListView = { cards: DossierCard[]; json: string };

/** All dossiers that are public now. */
export const DossierListPage = ({ view, t }: { view: DossierListView; t: DossierMessages }) => (
  <div class="network">
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
    {view.cards.length === 0 && <p class="kern-body">{t.none}</p>}
    <ul class="offers">
      {view.cards.map(({ key, href, title, facts, lead }) => (
        <li key={key} class="offer">
          <h2 class="offer__name">
            <a class="kern-link" href={href}>
              {title}
            </a>
          </h2>
          <p class="offer__facts">{facts}</p>
          <p class="kern-body">{lead}</p>
        </li>
      ))}
    </ul>
    <p class="kern-body">
      <a class="kern-link" href={view.json}>
        {t.json}
      </a>
    </p>
  </div>
);

export type DossierView = {
  title: string;
  facts: string;
  demonstration: string | undefined;
  introduction: string;
  /** Without a card: the entry was taken back. */ items: {
    key: string;
    sentence: string;
    card: EntryCard | undefined;
  }[];
  citation: string;
  versions: { label: string; href: string | undefined }[];
};

/** One dossier: the introduction, and each entry with why it stands there. */
export const DossierPage = ({ view, t }: { view: DossierView; t: DossierMessages }) => (
  <div class="network">
    <div>
      <h1 class="kern-heading-large">{view.title}</h1>
      <p class="kern-body">{view.facts}</p>
    </div>
    <Tag text={view.demonstration} />
    <p class="kern-body lines">{view.introduction}</p>
    <ol class="offers">
      {view.items.map(({ key, sentence, card }) => (
        <li key={key} class="offer">
          {card ? (
            <>
              <h2 class="offer__name">
                <a class="kern-link" href={card.href}>
                  {card.title}
                </a>
              </h2>
              <p class="kern-body">{sentence}</p>
              <p class="offer__facts">
                {card.kind} · {card.origin} · {card.badges.join(' · ')}
              </p>
            </>
          ) : (
            <p class="kern-body">{t.entryGone}</p>
          )}
        </li>
      ))}
    </ol>
    <section>
      <h2 class="kern-heading-medium">{t.cite}</h2>
      <p class="kern-body lines">{view.citation}</p>
    </section>
    {view.versions.length > 1 && (
      <ul class="links-inline">
        {view.versions.map(({ label, href }) => (
          <li key={label}>
            {href === undefined ? (
              <strong aria-current="page">{label}</strong>
            ) : (
              <a class="kern-link" href={href}>
                {label}
              </a>
            )}
          </li>
        ))}
      </ul>
    )}
  </div>
);

/** What stands where a dossier was: that it was there, and nothing of it. */
export const DossierGonePage = ({ text, href, t }: { text: string; href: string; t: DossierMessages }) => (
  <div class="network">
    <h1 class="kern-heading-large">{t.takenBackTitle}</h1>
    <p class="kern-body">{text}</p>
    <p class="kern-body">
      <a class="kern-link" href={href}>
        {t.toAll}
      </a>
    </p>
  </div>
);
