import { Alert } from '../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../foundation/ui/Control.tsx';
import { SubmitButton } from '../../../foundation/ui/SubmitButton.tsx';
import type { SensorMessages } from './messages.ts';

type Form = { action: string; fields: FieldView[] };

export type WatchView = {
  title: string;
  back: { href: string; label: string };
  fault: string | undefined;
  done: string | undefined;
  rule: Form;
  thresholds: { id: string; text: string; name: string; remove: string }[];
  threshold: Form;
  saving: Form | undefined;
};

const Asked = ({ form, label, choose }: { form: Form; label: string; choose: string }) => (
  <form method="post" action={form.action} noValidate class="stack">
    {form.fields.map((field) => (
      <Control key={field.name} field={field} choose={choose} />
    ))}
    <SubmitButton label={label} rank="secondary" />
  </form>
);

/** How one stream is watched: its rule, its thresholds, and what its consumption is held against. */
export const WatchPage = ({ view, t }: { view: WatchView; t: SensorMessages }) => (
  <div class="network">
    {view.fault !== undefined && <Alert kind="warning" title={view.fault} isUrgent />}
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">
      <a class="kern-link" href={view.back.href}>
        {view.back.label}
      </a>
    </p>
    <section>
      <h2 class="kern-heading-medium">{t.watch.heading}</h2>
      <p class="kern-body">{t.watch.lead}</p>
      <Asked form={view.rule} label={t.desk.save} choose={t.desk.choose} />
    </section>
    <section>
      <h2 class="kern-heading-medium">{t.watch.thresholds}</h2>
      <ul class="plain-list">
        {view.thresholds.map(({ id, text, name, remove }) => (
          <li key={id}>
            {text}
            <form method="post" action={remove}>
              <SubmitButton label={t.watch.remove} rank="tertiary" about={name} />
            </form>
          </li>
        ))}
      </ul>
      <Asked form={view.threshold} label={t.watch.add} choose={t.desk.choose} />
    </section>
    {view.saving && (
      <section>
        <h2 class="kern-heading-medium">{t.watch.saving}</h2>
        <p class="kern-body">{t.watch.savingLead}</p>
        <Asked form={view.saving} label={t.desk.save} choose={t.desk.choose} />
      </section>
    )}
  </div>
);
