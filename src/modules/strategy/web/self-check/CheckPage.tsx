import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { CheckMessages } from './messages.ts';

export type CheckView = {
  form: string;
  done: string | undefined;
  action: string;
  links: { label: string; href: string }[];
  areas: {
    name: string;
    questions: { id: string; text: string; evidence: string | undefined; fields: FieldView[] }[];
  }[];
};

export const Links = ({ links }: { links: { label: string; href: string }[] }) => (
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

/** The form of one person: each statement with today and the target. */
export const CheckPage = ({ view, t }: { view: CheckView; t: CheckMessages }) => (
  <div class="network">
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
    <p class="kern-body">{view.form}</p>
    <Links links={view.links} />
    <form method="post" action={view.action} class="stack">
      {view.areas.map(({ name, questions }) => (
        <section key={name}>
          <h2 class="kern-heading-medium">{name}</h2>
          {questions.map(({ id, text, evidence, fields }) => (
            <fieldset key={id} class="kern-fieldset choice-group">
              <legend class="kern-label">{text}</legend>
              {evidence !== undefined && <p class="kern-hint">{evidence}</p>}
              <div class="field-row">
                {fields.map((field) => (
                  <Control key={field.name} field={field} choose={t.skip} />
                ))}
              </div>
            </fieldset>
          ))}
        </section>
      ))}
      <SubmitButton label={t.save} />
    </form>
  </div>
);
