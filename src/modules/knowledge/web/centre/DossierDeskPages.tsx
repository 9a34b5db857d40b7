import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { NotedLinks } from '../../../../foundation/ui/NotedLinks.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { DossierMessages } from './dossier.messages.ts';

export type OwnDossiersView = { dossiers: { href: string; title: string; state: string }[]; action: string };

export const OwnDossiersPage = ({ view, t }: { view: OwnDossiersView; t: DossierMessages }) => (
  <>
    <h1 class="kern-heading-large">{t.desk.title}</h1>
    <p class="kern-body">{t.desk.lead}</p>
    <section>
      <h2 class="kern-heading-medium">{t.desk.yours}</h2>
      <NotedLinks
        links={view.dossiers.map(({ href, title, state }) => ({ href, title, note: state }))}
        none={t.desk.none}
      />
    </section>
    <form method="post" action={view.action}>
      <SubmitButton label={t.desk.begin} />
    </form>
  </>
);

export type DossierDraftView = {
  title: string;
  state: string;
  done: string | undefined;
  refusal: string | undefined;
  isMissing: boolean;
  action: string;
  revision: string;
  fields: FieldView[];
  items: { legend: string; entry: string | undefined; fields: FieldView[] }[];
  look: string | undefined;
  publish: string;
  takeBack: string;
  isPublic: boolean;
};

type Props = { view: DossierDraftView; t: DossierMessages };

const Acts = ({ view, t }: Props) => (
  <section>
    {view.look !== undefined && (
      <p class="kern-body">
        <a class="kern-link" href={view.look}>
          {t.desk.look}
        </a>
      </p>
    )}
    <form method="post" action={view.publish}>
      <SubmitButton label={view.isPublic ? t.desk.publishAgain : t.desk.publish} />
    </form>
    {view.isPublic && (
      <form method="post" action={view.takeBack}>
        <SubmitButton label={t.desk.takeBack} rank="tertiary" />
      </form>
    )}
  </section>
);

/** One draft of a dossier. */
export const DossierDraftPage = ({ view, t }: Props) => (
  <>
    <ErrorSummary
      title={view.isMissing ? t.desk.notComplete : t.desk.correct}
      faults={[...view.fields, ...view.items.flatMap(({ fields }) => fields)].map(
        ({ name, label, error }) => [name, error && `${label}: ${error}`],
      )}
    />
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">{view.state}</p>
    <form method="post" action={view.action} noValidate class="stack">
      <input type="hidden" name="revision" value={view.revision} />
      {view.fields.map((field) => (
        <Control key={field.name} field={field} choose="" />
      ))}
      <h2 class="kern-heading-medium">{t.desk.items}</h2>
      <p class="kern-body">{t.desk.itemsLead}</p>
      {view.items.map(({ legend, entry, fields }) => (
        <fieldset key={legend} class="kern-fieldset stack">
          <legend class="kern-label">
            {legend}
            {entry !== undefined && `: ${entry}`}
          </legend>
          {fields.map((field) => (
            <Control key={field.name} field={field} choose="" />
          ))}
        </fieldset>
      ))}
      <SubmitButton label={t.desk.save} />
    </form>
    <Acts view={view} t={t} />
  </>
);
