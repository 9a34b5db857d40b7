import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { NotedLinks } from '../../../../foundation/ui/NotedLinks.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { CouncilMessages } from './council.messages.ts';
import { type DocumentContent, DocumentView } from './DocumentView.tsx';

export type PapersView = {
  papers: { key: string; href: string; title: string; state: string }[];
  action: string;
  subject: FieldView;
};

type Form = { action: string; revision: string; fields: FieldView[] };

export type PaperView = {
  title: string;
  done: string | undefined;
  refusal: string | undefined;
  links: { label: string; href: string }[];
  content: DocumentContent;
  /** Absent once the council has decided. */ form: Form | undefined;
  resolve: Form | undefined;
};

type Props<View> = { view: View; t: CouncilMessages };

/** The papers of an agenda, and a new one. */
export const PapersPage = ({ view, t }: Props<PapersView>) => (
  <div class="network">
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
    <NotedLinks
      links={view.papers.map(({ href, title, state }) => ({ href, title, note: state }))}
      none={t.none}
    />
    <form method="post" action={view.action} class="stack">
      <Control field={view.subject} choose={t.whole} />
      <SubmitButton label={t.begin} />
    </form>
  </div>
);

const FormView = ({ form, label, t }: { form: Form; label: string; t: CouncilMessages }) => (
  <form method="post" action={form.action} noValidate class="stack">
    <input type="hidden" name="revision" value={form.revision} />
    {form.fields.map((field) => (
      <Control key={field.name} field={field} choose={t.choose} />
    ))}
    <SubmitButton label={label} />
  </form>
);

/** One paper: how it looks, what is typed, and what the council made of it. */
export const PaperPage = ({ view, t }: Props<PaperView>) => (
  <div class="network">
    <ErrorSummary
      title={t.correct}
      faults={[view.form, view.resolve]
        .flatMap((form) => form?.fields ?? [])
        .map(({ name, label, error }) => [name, error && `${label}: ${error}`])}
    />
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    <h1 class="kern-heading-large">{view.title}</h1>
    <ul class="links-inline">
      {view.links.map(({ label, href }) => (
        <li key={href}>
          <a class="kern-link" href={href}>
            {label}
          </a>
        </li>
      ))}
    </ul>
    {view.form && (
      <section>
        <h2 class="kern-heading-medium">{t.write}</h2>
        <FormView form={view.form} label={t.save} t={t} />
      </section>
    )}
    <section>
      <h2 class="kern-heading-medium">{t.preview}</h2>
      <DocumentView content={view.content} />
    </section>
    {view.resolve && (
      <section>
        <h2 class="kern-heading-medium">{t.resolution.title}</h2>
        <p class="kern-body">{t.resolution.lead}</p>
        <FormView form={view.resolve} label={t.resolution.button} t={t} />
      </section>
    )}
  </div>
);
