import { DataTable } from '../../../../foundation/ui/DataTable.tsx';
import type { SourceMessages } from './messages.ts';

export type LinksView = {
  links: {
    key: string;
    state: string;
    url: string;
    name: string;
    why: string;
    entryHref?: string | undefined;
    offerHref: string;
  }[];
};

export const LinksPage = ({ view, t }: { view: LinksView; t: SourceMessages }) => (
  <>
    <h1 class="kern-heading-large">{t.links.title}</h1>
    <p class="kern-body">{t.links.lead}</p>
    {view.links.length === 0 ? (
      <p class="kern-body">{t.links.none}</p>
    ) : (
      <DataTable
        caption={t.links.title}
        columns={[
          { label: t.links.columns.state },
          { label: t.links.columns.link },
          { label: t.links.columns.where },
          { label: t.links.columns.why },
        ]}
        rows={view.links.map(({ key, state, url, name, why, entryHref, offerHref }) => ({
          key,
          cells: [
            <strong key="state">{state}</strong>,
            <span key="url" class="breakable">
              {url}
            </span>,
            <a key="where" class="kern-link" href={entryHref ?? offerHref}>
              {name}
              <span class="kern-sr-only"> ({entryHref === undefined ? t.links.offer : t.links.entry})</span>
            </a>,
            why,
          ],
        }))}
      />
    )}
  </>
);
