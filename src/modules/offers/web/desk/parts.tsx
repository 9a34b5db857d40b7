import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Pagination } from '../../../../foundation/ui/Pagination.tsx';
import type { EntryMessages } from './messages.ts';
import type { Note, Paging, StateWords } from './view.ts';

/** The state in words, with a sign beside it and never by colour alone. */
export const StateText = ({ view, t }: { view: StateWords; t: EntryMessages }) => (
  <>
    <span aria-hidden="true">{t.stateShapes[view.state]} </span>
    {t.states[view.state]}
    {view.isNewer && `, ${t.newer}`}
  </>
);

export const NoteAlert = ({ note }: { note: Note | undefined }) =>
  note ? <Alert kind={note.kind} title={note.title} isUrgent={note.kind === 'danger'} /> : null;

export const Pages = ({ paging, t }: { paging: Paging; t: EntryMessages }) =>
  paging.previous || paging.next ? (
    <Pagination
      label={t.list.pages}
      position={paging.position}
      previous={paging.previous ? { href: paging.previous, label: t.list.previous } : undefined}
      next={paging.next ? { href: paging.next, label: t.list.next } : undefined}
    />
  ) : null;

type Tabs = { label: string; href: string; isHere: boolean }[];

export const TabLinks = ({ tabs, label }: { tabs: Tabs; label: string }) => (
  <nav aria-label={label}>
    <ul class="links-inline">
      {tabs.map((tab) => (
        <li key={tab.href}>
          <a class="kern-link" href={tab.href} aria-current={tab.isHere ? 'page' : undefined}>
            {tab.label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

export const LinkList = ({ links }: { links: { label: string; href: string }[] }) => (
  <ul class="links-inline">
    {links.map(({ label, href }) => (
      <li key={href}>
        <a class="kern-link" href={href}>
          {label}
        </a>
      </li>
    ))}
  </ul>
);
