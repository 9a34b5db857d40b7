import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { CooperationMessages } from './messages.ts';

type OwnView = {
  id: string;
  title: string;
  about: string;
  text: string;
  /** Absent where it is ended: nothing is shown then. */
  open:
    | {
        end: string;
        matches: { id: string; name: string; title: string; text: string; why: string; draft: string }[];
      }
    | undefined;
};

export type CooperationDeskView = {
  own: OwnView[];
  action: string;
  fields: FieldView[];
  done: string | undefined;
  refusal: string | undefined;
};

type Words = { t: CooperationMessages };

const Own = ({ own, t }: Words & { own: OwnView }) => (
  <section>
    <h2 class="kern-heading-medium">{own.title}</h2>
    <p class="kern-body soft">{own.about}</p>
    <p class="kern-body lines">{own.text}</p>
    {own.open && (
      <>
        <h3 class="kern-heading-small">{t.matches}</h3>
        {own.open.matches.length === 0 && <p class="kern-body">{t.noMatches}</p>}
        <ul class="plain-list services__list">
          {own.open.matches.map(({ id, name, title, text, why, draft }) => (
            <li key={id}>
              <strong>
                {name}: {title}
              </strong>
              <span class="services__note">{why}</span>
              <p class="kern-body lines">{text}</p>
              <a class="kern-link" href={draft}>
                {t.draft}
              </a>
            </li>
          ))}
        </ul>
        <form method="post" action={own.open.end}>
          <SubmitButton label={t.end} rank="tertiary" about={own.title} />
        </form>
      </>
    )}
  </section>
);

/** What one shows, who nearby shows the same, and a form for more. */
export const CooperationDeskPage = ({ view, t }: Words & { view: CooperationDeskView }) => (
  <div class="network">
    <ErrorSummary
      title={t.correct}
      faults={view.fields.map(({ name, label, error }) => [name, error && `${label} ${error}`])}
    />
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
    {view.own.length === 0 && <p class="kern-body">{t.none}</p>}
    {view.own.map((own) => (
      <Own key={own.id} own={own} t={t} />
    ))}
    <section>
      <h2 class="kern-heading-medium">{t.add}</h2>
      <form method="post" action={view.action} noValidate class="stack">
        {view.fields.map((field) => (
          <Control key={field.name} field={field} choose={t.choose} />
        ))}
        <SubmitButton label={t.show} />
      </form>
    </section>
  </div>
);

export type JointDraftView = {
  title: string;
  sides: { name: string; about: string; text: string }[];
  shared: string[];
  download: string;
};

const List = ({ lines }: { lines: readonly string[] }) => (
  <ul class="bullets">
    {lines.map((line) => (
      <li key={line} class="kern-body">
        {line}
      </li>
    ))}
  </ul>
);

/** The draft of a joint project, to read and to take along. */
export const JointDraftPage = ({ view, t }: Words & { view: JointDraftView }) => (
  <div class="network">
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">{t.draftNote}</p>
    <p class="kern-body">
      <a class="kern-link" href={view.download}>
        {t.download}
      </a>
    </p>
    <h2 class="kern-heading-medium">{t.parts.who}</h2>
    {view.sides.map(({ name, about, text }) => (
      <section key={name}>
        <h3 class="kern-heading-small">{name}</h3>
        <p class="kern-body">{about}</p>
        <p class="kern-body lines">{text}</p>
      </section>
    ))}
    <h2 class="kern-heading-medium">{t.parts.shared}</h2>
    <List lines={view.shared} />
    <h2 class="kern-heading-medium">{t.parts.open}</h2>
    <List lines={t.open} />
    <h2 class="kern-heading-medium">{t.parts.forms}</h2>
    <List lines={t.forms} />
    <p class="kern-body">{t.formsNote}</p>
  </div>
);
