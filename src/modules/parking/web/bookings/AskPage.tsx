import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { TextInput } from '../../../../foundation/ui/inputs.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import { AlternativesNear, type AlternativesView } from '../sites/AlternativesNear.tsx';
import type { SiteMessages } from '../sites/messages.ts';
import type { ParkingMessages } from './messages.ts';

export type AskView = {
  /** In words; absent: nobody has said where to. */ place?: string | undefined;
  isPosition: boolean;
  refusal?: string | undefined;
  action: string;
  requestKey: string;
  fields: FieldView[];
  more: FieldView[];
  isMoreOpen: boolean;
  placeAction: string;
  /** Where else, for who is promised nothing. */ alternatives?: AlternativesView | undefined;
  links: { href: string; label: string }[];
};

type Props = { view: AskView; t: ParkingMessages };
type PageProps = Props & { sites: SiteMessages };

const Links = ({ view }: Pick<Props, 'view'>) => (
  <ul class="plain-list">
    {view.links.map(({ href, label }) => (
      <li key={href}>
        <a class="kern-link" href={href}>
          {label}
        </a>
      </li>
    ))}
  </ul>
);

const WhereTo = ({ view, t }: Props) => (
  <form method="get" action={view.placeAction} class="stack">
    <p class="kern-body">{t.needPlace}</p>
    <TextInput name="ort" label={t.place} maxLength={100} />
    <SubmitButton label={t.placeButton} />
  </form>
);

const Form = ({ view, t }: Props) => (
  <form method="post" action={view.action} noValidate class="stack">
    <input type="hidden" name="anfrage" value={view.requestKey} />
    {view.fields.map((field) => (
      <Control key={field.name} field={field} choose="" />
    ))}
    <details class="form-group" open={view.isMoreOpen}>
      <summary class="kern-body">{t.more}</summary>
      {view.more.map((field) => (
        <Control key={field.name} field={field} choose="" />
      ))}
    </details>
    <SubmitButton label={t.button} />
  </form>
);

/** Three taps: where to is known, how long is chosen, the rest has good answers already. */
export const AskPage = ({ view, t, sites }: PageProps) => (
  <div class="prose">
    <ErrorSummary
      title={t.correct}
      faults={[...view.fields, ...view.more].map(({ name, label, error }) => [
        name,
        error && `${label}: ${error}`,
      ])}
    />
    {view.refusal !== undefined && (
      <Alert kind="warning" title={view.refusal} isUrgent>
        {t.advice}
      </Alert>
    )}
    {view.alternatives && <AlternativesNear view={view.alternatives} t={sites} />}
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
    {view.place === undefined ? (
      <WhereTo view={view} t={t} />
    ) : (
      <>
        <p class="kern-body">
          <strong>{view.place}</strong>
        </p>
        {!view.isPosition && <p class="soft">{t.position}</p>}
        <Form view={view} t={t} />
      </>
    )}
    <Links view={view} />
  </div>
);
