import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { NotedLinks } from '../../../../foundation/ui/NotedLinks.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { CallMessages } from './call.messages.ts';

type FormView = { action: string; revision: string; fields: FieldView[] };

const CallForm = ({ form, t }: { form: FormView; t: CallMessages }) => (
  <form method="post" action={form.action} noValidate class="stack">
    <input type="hidden" name="revision" value={form.revision} />
    {form.fields.map((field) => (
      <Control key={field.name} field={field} choose="" />
    ))}
    <SubmitButton label={t.desk.save} />
  </form>
);

const Faults = ({ form, t }: { form: FormView; t: CallMessages }) => (
  <ErrorSummary
    title={t.desk.correct}
    faults={form.fields.map(({ name, label, error }) => [name, error && `${label}: ${error}`])}
  />
);

export type OwnCallsView = {
  done: string | undefined;
  calls: { href: string; title: string; state: string }[];
  form: FormView;
};

/** The list that the centre keeps, and a new call. */
export const OwnCallsPage = ({ view, t }: { view: OwnCallsView; t: CallMessages }) => (
  <>
    <Faults form={view.form} t={t} />
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    <h1 class="kern-heading-large">{t.desk.title}</h1>
    <p class="kern-body">{t.desk.lead}</p>
    <section>
      <h2 class="kern-heading-medium">{t.desk.yours}</h2>
      <NotedLinks
        links={view.calls.map(({ href, title, state }) => ({ href, title, note: state }))}
        none={t.desk.none}
      />
    </section>
    <section>
      <h2 class="kern-heading-medium">{t.desk.add}</h2>
      <CallForm form={view.form} t={t} />
    </section>
  </>
);

export type OwnCallView = {
  title: string;
  done: string | undefined;
  refusal: string | undefined;
  form: FormView;
  list: string;
  takeOut: string | undefined;
};

/** One call of the list. */
export const OwnCallPage = ({ view, t }: { view: OwnCallView; t: CallMessages }) => (
  <>
    <Faults form={view.form} t={t} />
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    <h1 class="kern-heading-large">{t.desk.change}</h1>
    <p class="kern-body">
      {view.title} ·{' '}
      <a class="kern-link" href={view.list}>
        {t.desk.back}
      </a>
    </p>
    <CallForm form={view.form} t={t} />
    {view.takeOut !== undefined && (
      <form method="post" action={view.takeOut}>
        <SubmitButton label={t.desk.takeOut} rank="tertiary" />
      </form>
    )}
  </>
);
