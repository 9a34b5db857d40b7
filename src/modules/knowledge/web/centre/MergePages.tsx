import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { NotedLinks } from '../../../../foundation/ui/NotedLinks.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { MergeMessages } from './merge.messages.ts';

export type MergesView = {
  done: string | undefined;
  pairs: { key: string; title: string; href: string; alike: string }[];
  merges: { key: string; title: string; state: string; undo: string | undefined }[];
};

/** Entries that may tell of the same thing, and what was merged before. */
export const MergesPage = ({ view, t }: { view: MergesView; t: MergeMessages }) => (
  <>
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    <h1 class="kern-heading-large">{t.heading}</h1>
    <p class="kern-body">{t.lead}</p>
    <NotedLinks
      links={view.pairs.map(({ title, href, alike }) => ({ href, title, note: alike }))}
      none={t.none}
    />
    <section>
      <h2 class="kern-heading-medium">{t.yours}</h2>
      {view.merges.length === 0 && <p class="kern-body">{t.noneYet}</p>}
      <ul class="plain-list services__list">
        {view.merges.map(({ key, title, state, undo }) => (
          <li key={key}>
            <span>{title}</span>
            <span class="services__note">{state}</span>
            {undo !== undefined && (
              <form method="post" action={undo}>
                <SubmitButton label={t.undo} rank="tertiary" about={title} />
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  </>
);

export type PairView = {
  entries: { key: string; title: string; href: string; facts: string; summary: string }[];
  refusal: string | undefined;
  action: string;
  fields: FieldView[];
};

/** Two entries beside each other, and which is the chief one. */
export const PairPage = ({ view, t }: { view: PairView; t: MergeMessages }) => (
  <>
    <ErrorSummary title={t.merge} faults={[[view.fields[0]?.name ?? '', view.refusal]]} />
    <h1 class="kern-heading-large">{t.heading}</h1>
    <ul class="offers">
      {view.entries.map(({ key, title, href, facts, summary }) => (
        <li key={key} class="offer">
          <h2 class="offer__name">
            <a class="kern-link" href={href}>
              {title}
            </a>
          </h2>
          <p class="offer__facts">{facts}</p>
          <p class="kern-body">{summary}</p>
        </li>
      ))}
    </ul>
    <form method="post" action={view.action} class="stack">
      {view.fields.map((field) => (
        <Control key={field.name} field={field} choose="" />
      ))}
      <SubmitButton label={t.merge} />
    </form>
  </>
);

type NoteProps = {
  isAsked: boolean;
  sentence: string;
  chief: { title: string; href: string };
  action: string;
  t: MergeMessages;
};

/** What the desk of an entry decides: whether it points to another. */
export const MergeNote = ({ isAsked, sentence, chief, action, t }: NoteProps) => (
  <>
    <Alert kind="info" title={isAsked ? t.draft.ask : t.draft.stands}>
      <p>{sentence}</p>
      <p>
        {t.draft.chief}:{' '}
        <a class="kern-link" href={chief.href}>
          {chief.title}
        </a>
      </p>
    </Alert>
    <form method="post" action={action} class="links-inline">
      {isAsked ? (
        <>
          <SubmitButton label={t.draft.yes} name="antwort" value="yes" rank="secondary" />
          <SubmitButton label={t.draft.no} name="antwort" value="no" rank="tertiary" />
        </>
      ) : (
        <SubmitButton label={t.draft.undo} name="antwort" value="undo" rank="tertiary" />
      )}
    </form>
  </>
);

/** Above a public entry that points to another. */
export const MergePointer = ({ href, label, t }: { href: string; label: string; t: MergeMessages }) => (
  <div class="network">
    <Alert kind="info" title={t.pointer}>
      <a class="kern-link" href={href}>
        {label}
      </a>
    </Alert>
  </div>
);
