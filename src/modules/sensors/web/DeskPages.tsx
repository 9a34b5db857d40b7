import { Alert } from '../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../foundation/ui/ErrorSummary.tsx';
import { NotedLinks } from '../../../foundation/ui/NotedLinks.tsx';
import { SubmitButton } from '../../../foundation/ui/SubmitButton.tsx';
import type { SensorMessages } from './messages.ts';

export type SensorForm = { action: string; revision: string; fields: FieldView[] };

export type SensorDeskView = {
  done: string | undefined;
  newKey: string | undefined;
  findings: { key: string; title: string; rule: string; state: string }[];
  things: { href: string; title: string; note: string }[];
  form: SensorForm;
  keys: { id: string; name: string; note: string; end: string | undefined }[];
  keyForm: { action: string; field: FieldView };
  objections: {
    id: string;
    thing: string;
    on: string;
    text: string;
    contact: string;
    action: string | undefined;
  }[];
};

const Faults = ({ fields, t }: { fields: FieldView[]; t: SensorMessages }) => (
  <ErrorSummary
    title={t.desk.correct}
    faults={fields.map(({ name, label, error }) => [name, error && `${label}: ${error}`])}
  />
);

const Form = ({ form, t }: { form: SensorForm; t: SensorMessages }) => (
  <form method="post" action={form.action} noValidate class="stack">
    <input type="hidden" name="revision" value={form.revision} />
    {form.fields.map((field) => (
      <Control key={field.name} field={field} choose={t.desk.choose} />
    ))}
    <SubmitButton label={t.desk.save} />
  </form>
);

const Keys = ({ view, t }: { view: SensorDeskView; t: SensorMessages }) => (
  <section>
    <h2 class="kern-heading-medium">{t.desk.keys.heading}</h2>
    <p class="kern-body">{t.desk.keys.lead}</p>
    {view.keys.length === 0 && <p class="kern-body">{t.desk.keys.none}</p>}
    <ul class="plain-list services__list">
      {view.keys.map(({ id, name, note, end }) => (
        <li key={id}>
          {name} <span class="services__note">{note}</span>
          {end !== undefined && (
            <form method="post" action={end}>
              <SubmitButton label={t.desk.keys.end} rank="tertiary" about={name} />
            </form>
          )}
        </li>
      ))}
    </ul>
    <form method="post" action={view.keyForm.action} noValidate class="stack">
      <Control field={view.keyForm.field} choose={t.desk.choose} />
      <SubmitButton label={t.desk.keys.make} rank="secondary" />
    </form>
  </section>
);

const Objections = ({ view, t }: { view: SensorDeskView; t: SensorMessages }) => (
  <section>
    <h2 class="kern-heading-medium">{t.desk.objections.heading}</h2>
    {view.objections.length === 0 && <p class="kern-body">{t.desk.objections.none}</p>}
    {view.objections.map((one) => (
      <article key={one.id}>
        <h3 class="kern-heading-small">{`${one.thing}, ${one.on}`}</h3>
        <p class="kern-body">{one.text}</p>
        {one.contact !== '' && <p class="kern-body">{t.desk.objections.contact(one.contact)}</p>}
        {one.action === undefined ? (
          <p class="kern-body">{t.desk.objections.isHandled}</p>
        ) : (
          <form method="post" action={one.action}>
            <SubmitButton label={t.desk.objections.handled} rank="secondary" about={one.thing} />
          </form>
        )}
      </article>
    ))}
  </section>
);

const Findings = ({ findings, t }: { findings: SensorDeskView['findings']; t: SensorMessages }) => (
  <section>
    <h2 class="kern-heading-medium">{t.guard.heading}</h2>
    {findings.length === 0 && <p class="kern-body">{t.guard.none}</p>}
    {findings.map(({ key, title, rule, state }) => (
      <article key={key}>
        <h3 class="kern-heading-small">{title}</h3>
        <p class="kern-body">{rule}</p>
        <p class="kern-body soft">{state}</p>
      </article>
    ))}
  </section>
);

/** What measures in the town, its keys, and who objects. */
export const SensorDeskPage = ({ view, t }: { view: SensorDeskView; t: SensorMessages }) => (
  <div class="network">
    <Faults fields={[...view.form.fields, view.keyForm.field]} t={t} />
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    {view.newKey !== undefined && (
      <Alert kind="success" title={t.desk.keys.made} isUrgent>
        <p class="kern-body hash">
          <code>{view.newKey}</code>
        </p>
        <p class="kern-body">{t.desk.keys.mqtt}</p>
      </Alert>
    )}
    <h1 class="kern-heading-large">{t.desk.title}</h1>
    <p class="kern-body">{t.desk.lead}</p>
    <section>
      <h2 class="kern-heading-medium">{t.desk.own}</h2>
      <NotedLinks links={view.things} none={t.desk.none} />
    </section>
    <Findings findings={view.findings} t={t} />
    <Objections view={view} t={t} />
    <section>
      <h2 class="kern-heading-medium">{t.desk.add}</h2>
      <Form form={view.form} t={t} />
    </section>
    <Keys view={view} t={t} />
  </div>
);

export type SensorEditView = {
  title: string;
  refusal: string | undefined;
  list: string;
  streams: { href: string; title: string; note: string }[];
  public: string;
  form: SensorForm;
};

/** What a sensor is there for, changed. */
export const SensorEditPage = ({ view, t }: { view: SensorEditView; t: SensorMessages }) => (
  <div class="network">
    <Faults fields={view.form.fields} t={t} />
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">
      <a class="kern-link" href={view.list}>
        {t.desk.back}
      </a>
      {' · '}
      <a class="kern-link" href={view.public}>
        {t.desk.look}
      </a>
    </p>
    <section>
      <h2 class="kern-heading-medium">{t.watch.streams}</h2>
      <NotedLinks links={view.streams} none={t.noStream} />
    </section>
    <Form form={view.form} t={t} />
  </div>
);
