import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { EntryMessages } from './messages.ts';
import { LinkList, NoteAlert } from './parts.tsx';
import type { TemplatesView } from './view.ts';

type NewView = { event: string; place: string; templates: { label: string; href: string }[] };

export const NewEntryPage = ({ view, t }: { view: NewView; t: EntryMessages }) => (
  <div class="prose">
    <h1 class="kern-heading-large">{t.new.title}</h1>
    <p class="kern-body">{t.new.lead}</p>
    <p class="button-row">
      <a class="kern-btn kern-btn--primary" href={view.event}>
        <span class="kern-label">{t.new.event}</span>
      </a>
      <a class="kern-btn kern-btn--primary" href={view.place}>
        <span class="kern-label">{t.new.place}</span>
      </a>
    </p>
    <p class="kern-body">{view.templates.length > 0 ? t.new.fromTemplate : t.new.noTemplates}</p>
    <LinkList links={view.templates} />
  </div>
);

export const TemplatesPage = ({ view, t }: { view: TemplatesView; t: EntryMessages }) => (
  <>
    <NoteAlert note={view.note} />
    <h1 class="kern-heading-large">{t.templates.title}</h1>
    <p class="kern-body">{view.templates.length > 0 ? t.templates.lead : t.templates.none}</p>
    <ul class="cards">
      {view.templates.map(({ id, name, useHref, removeAction }) => (
        <li key={id} class="card">
          <h2 class="kern-heading-small">{name}</h2>
          <p>
            <a class="kern-link" href={useHref}>
              {t.templates.use}
              <span class="kern-sr-only"> {name}</span>
            </a>
          </p>
          <form method="post" action={removeAction}>
            <SubmitButton label={t.templates.remove} about={name} rank="tertiary" />
          </form>
        </li>
      ))}
    </ul>
  </>
);
