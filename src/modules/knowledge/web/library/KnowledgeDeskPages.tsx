import type { ComponentChildren } from 'preact';
import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { NotedLinks } from '../../../../foundation/ui/NotedLinks.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { LibraryMessages } from './messages.ts';

export type OwnEntriesView = {
  entries: { href: string; title: string; state: string }[];
  action: string;
  kinds: FieldView;
};

/** What the organisation has written, and a new draft. */
export const OwnEntriesPage = ({ view, t }: { view: OwnEntriesView; t: LibraryMessages }) => (
  <div class="network">
    <h1 class="kern-heading-large">{t.desk.title}</h1>
    <p class="kern-body">{t.desk.lead}</p>
    <section>
      <h2 class="kern-heading-medium">{t.desk.yours}</h2>
      <NotedLinks
        links={view.entries.map(({ href, title, state }) => ({ href, title, note: state }))}
        none={t.desk.none}
      />
    </section>
    <section>
      <h2 class="kern-heading-medium">{t.desk.add}</h2>
      <form method="post" action={view.action} class="stack">
        <Control field={view.kinds} choose={t.choose} />
        <SubmitButton label={t.desk.begin} />
      </form>
    </section>
  </div>
);

export type DraftView = {
  title: string;
  state: string;
  done: string | undefined;
  refusal: string | undefined;
  /** What stands between the draft and everybody. */ missing: { name: string; text: string }[];
  isAnonymous: boolean;
  action: string;
  revision: string;
  required: FieldView[];
  optional: FieldView[];
  try: string;
  look: string | undefined;
  publish: string;
  isPublic: boolean;
  takeBack: string;
  confirm: string;
};

const Acts = ({ view, t }: { view: DraftView; t: LibraryMessages }) => (
  <section>
    <ul class="links-inline">
      <li>
        <a class="kern-link" href={view.try}>
          {t.desk.try}
        </a>
      </li>
      {view.look !== undefined && (
        <li>
          <a class="kern-link" href={view.look}>
            {t.desk.look}
          </a>
        </li>
      )}
    </ul>
    <form method="post" action={view.publish}>
      <SubmitButton label={view.isPublic ? t.desk.publishAgain : t.desk.publish} />
    </form>
    {view.isPublic && (
      <>
        <form method="post" action={view.confirm}>
          <SubmitButton label={t.desk.confirm} rank="secondary" />
        </form>
        <form method="post" action={view.takeBack}>
          <SubmitButton label={t.desk.takeBack} rank="tertiary" />
        </form>
      </>
    )}
  </section>
);

/** One draft: its parts, what is missing, and what can be done with it. */
export const DraftPage = ({
  view,
  notes,
  t,
}: {
  view: DraftView;
  /** What others ask of this entry. */ notes: ComponentChildren;
  t: LibraryMessages;
}) => (
  <div class="network">
    <ErrorSummary
      title={view.missing.length > 0 ? t.desk.notComplete : t.desk.correct}
      faults={
        view.missing.length > 0
          ? view.missing.map(({ name, text }) => [name, text])
          : [...view.required, ...view.optional].map(({ name, label, error }) => [
              name,
              error && `${label}: ${error}`,
            ])
      }
    />
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">{view.state}</p>
    {view.isAnonymous && <Alert kind="info" title={t.desk.anonymous} />}
    {notes}
    <form method="post" action={view.action} noValidate class="stack">
      <input type="hidden" name="revision" value={view.revision} />
      <h2 class="kern-heading-medium">{t.desk.required}</h2>
      {view.required.map((field) => (
        <Control key={field.name} field={field} choose={t.choose} />
      ))}
      <h2 class="kern-heading-medium">{t.desk.optional}</h2>
      <p class="kern-body">{t.desk.optionalHint}</p>
      {view.optional.map((field) => (
        <Control key={field.name} field={field} choose={t.choose} />
      ))}
      <SubmitButton label={t.desk.save} />
    </form>
    <Acts view={view} t={t} />
  </div>
);
