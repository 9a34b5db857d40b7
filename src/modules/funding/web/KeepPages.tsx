import { Alert } from '../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../foundation/ui/ErrorSummary.tsx';
import { NotedLinks } from '../../../foundation/ui/NotedLinks.tsx';
import { SubmitButton } from '../../../foundation/ui/SubmitButton.tsx';
import type { FundingMessages } from './messages.ts';

export type ProgrammeFormView = {
  action: string;
  revision: string;
  groups: { legend?: string; fields: FieldView[] }[];
};

export type KeepView = {
  done: string | undefined;
  programmes: { href: string; title: string; state: string }[];
  form: ProgrammeFormView;
};

const Form = ({ form, t }: { form: ProgrammeFormView; t: FundingMessages }) => (
  <form method="post" action={form.action} noValidate class="stack">
    <input type="hidden" name="revision" value={form.revision} />
    {form.groups.map(({ legend, fields }) => {
      const controls = fields.map((field) => (
        <Control key={field.name} field={field} choose={t.editor.choose} />
      ));
      return legend === undefined ? (
        controls
      ) : (
        <fieldset key={legend} class="kern-fieldset choice-group">
          <legend class="kern-label">{legend}</legend>
          {controls}
        </fieldset>
      );
    })}
    <SubmitButton label={t.editor.save} />
  </form>
);

const Faults = ({ form, t }: { form: ProgrammeFormView; t: FundingMessages }) => (
  <ErrorSummary
    title={t.editor.correct}
    faults={form.groups
      .flatMap(({ fields }) => fields)
      .map(({ name, label, error }) => [name, error && `${label}: ${error}`])}
  />
);

/** The programmes that this desk keeps, and a new one. */
export const KeepPage = ({ view, t }: { view: KeepView; t: FundingMessages }) => (
  <div class="network">
    <Faults form={view.form} t={t} />
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    <h1 class="kern-heading-large">{t.editor.title}</h1>
    <p class="kern-body">{t.editor.lead}</p>
    <section>
      <h2 class="kern-heading-medium">{t.editor.own}</h2>
      <NotedLinks
        links={view.programmes.map(({ href, title, state }) => ({ href, title, note: state }))}
        none={t.editor.none}
      />
    </section>
    <section>
      <h2 class="kern-heading-medium">{t.editor.add}</h2>
      <Form form={view.form} t={t} />
    </section>
  </div>
);

type OneView = {
  title: string;
  refusal: string | undefined;
  isOut: boolean;
  list: string;
  takeOut: string;
  form: ProgrammeFormView;
};

export const ProgrammeFormPage = ({ view, t }: { view: OneView; t: FundingMessages }) => (
  <div class="network">
    <Faults form={view.form} t={t} />
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    {view.isOut && <Alert kind="info" title={t.editor.takenOut} />}
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">
      <a class="kern-link" href={view.list}>
        {t.editor.back}
      </a>
    </p>
    <Form form={view.form} t={t} />
    {!view.isOut && (
      <form method="post" action={view.takeOut}>
        <SubmitButton label={t.editor.takeOut} rank="tertiary" />
      </form>
    )}
  </div>
);
