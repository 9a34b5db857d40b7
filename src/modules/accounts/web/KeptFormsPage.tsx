import { SubmitButton } from '../../../foundation/ui/SubmitButton.tsx';
import type { AccountMessages } from './messages.ts';

type Form = {
  id: string;
  path: string;
  action: string;
  at: string;
  fields: { key: string; name: string; text: string }[];
};

type Props = { forms: Form[]; discard: string; account: string; t: AccountMessages };

const Kept = ({ form, discard, t }: { form: Form; discard: string; t: AccountMessages }) => (
  <section>
    <h2 class="kern-heading-small">{t.keptForms.of(form.at)}</h2>
    <p class="kern-body">{t.keptForms.forPage(form.path)}</p>
    <details>
      <summary class="kern-body">{t.keptForms.show}</summary>
      <ul class="plain-list">
        {form.fields.map(({ key, name, text }) => (
          <li key={key}>
            {name}: {text}
          </li>
        ))}
      </ul>
    </details>
    <form method="post" action={form.action}>
      {form.fields.map(({ key, name, text }) => (
        <input key={key} type="hidden" name={name} value={text} />
      ))}
      <SubmitButton label={t.keptForms.send} about={form.at} />
    </form>
    <form method="post" action={discard}>
      <input type="hidden" name="id" value={form.id} />
      <SubmitButton label={t.keptForms.discard} about={form.at} rank="secondary" />
    </form>
  </section>
);

export const KeptFormsPage = ({ forms, discard, account, t }: Props) => (
  <div class="prose">
    <h1 class="kern-heading-large">{forms.length > 0 ? t.keptForms.title : t.keptForms.none}</h1>
    <p class="kern-body">{forms.length > 0 ? t.keptForms.lead : t.keptForms.noneLead}</p>
    {forms.map((form) => (
      <Kept key={form.id} form={form} discard={discard} t={t} />
    ))}
    <p class="kern-body">
      <a class="kern-link" href={account}>
        {t.account.title}
      </a>
    </p>
  </div>
);
