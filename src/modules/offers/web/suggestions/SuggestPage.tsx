import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import {
  type Choice,
  type FieldState,
  Select,
  TextArea,
  TextInput,
} from '../../../../foundation/ui/inputs.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { SuggestionMessages } from './messages.ts';

export type SuggestField =
  | 'name'
  | 'category'
  | 'start'
  | 'startTime'
  | 'endTime'
  | 'note'
  | 'street'
  | 'houseNumber'
  | 'description'
  | 'organisation'
  | 'price'
  | 'link'
  | 'mail';

export type SuggestView = {
  town: string;
  isRead: boolean;
  fields: Partial<Record<SuggestField, FieldState>>;
  categories: Choice[];
  note?: string | undefined;
  action: string;
};

type Props = { view: SuggestView; t: SuggestionMessages };

const Where = ({ view: { fields }, t }: Props) => (
  <>
    <TextInput name="note" label={t.suggest.note} state={fields.note ?? {}} />
    <TextInput name="street" label={t.suggest.street} state={fields.street ?? {}} />
    <TextInput name="houseNumber" label={t.suggest.houseNumber} state={fields.houseNumber ?? {}} />
  </>
);

const When = ({ view: { fields }, t }: Props) => (
  <>
    <TextInput name="start" label={t.suggest.start} hint={t.suggest.startHint} state={fields.start ?? {}} />
    <TextInput
      name="startTime"
      label={t.suggest.startTime}
      hint={t.suggest.startTimeHint}
      state={fields.startTime ?? {}}
    />
    <TextInput name="endTime" label={t.suggest.endTime} state={fields.endTime ?? {}} />
  </>
);

export const SuggestPage = ({ view, t }: Props) => {
  const { fields } = view;
  return (
    <div class="prose">
      <ErrorSummary
        title={t.suggest.correct}
        faults={Object.entries(fields).map(([name, { error }]) => [name, error])}
      />
      {view.note !== undefined && <Alert kind="warning" title={view.note} isUrgent />}
      <h1 class="kern-heading-large">{t.suggest.title}</h1>
      <p class="kern-body">{t.suggest.lead(view.town)}</p>
      <p class="kern-body">{view.isRead ? t.suggest.isRead(view.town) : t.suggest.isNotRead(view.town)}</p>
      <form method="post" action={view.action} noValidate class="stack">
        <TextInput name="name" label={t.suggest.name} maxLength={300} state={fields.name ?? {}} />
        <Select
          name="category"
          label={t.suggest.category}
          choices={view.categories}
          empty={t.suggest.choose}
          state={fields.category ?? {}}
        />
        <When view={view} t={t} />
        <Where view={view} t={t} />
        <TextArea
          name="description"
          label={t.suggest.description}
          maxLength={8_000}
          state={fields.description ?? {}}
        />
        <TextInput name="organisation" label={t.suggest.organisation} state={fields.organisation ?? {}} />
        <TextInput
          name="price"
          label={t.suggest.price}
          hint={t.suggest.priceHint}
          state={fields.price ?? {}}
        />
        <TextInput
          name="link"
          label={t.suggest.link}
          hint={t.suggest.linkHint}
          maxLength={2_000}
          state={fields.link ?? {}}
        />
        <TextInput
          name="mail"
          type="email"
          label={t.suggest.mail}
          hint={t.suggest.mailHint}
          state={fields.mail ?? {}}
        />
        <SubmitButton label={t.suggest.button} />
      </form>
    </div>
  );
};

/** Nobody is guessed a place: without one it is asked for first. */
export const SuggestWherePage = ({ action, t }: { action: string; t: SuggestionMessages }) => (
  <div class="prose">
    <h1 class="kern-heading-large">{t.suggest.title}</h1>
    <form method="get" action={action} class="stack">
      <TextInput name="ort" label={t.suggest.whichTown} hint={t.suggest.town} />
      <SubmitButton label={t.suggest.townButton} />
    </form>
  </div>
);

export const SuggestThanksPage = ({ back, t }: { back: string; t: SuggestionMessages }) => (
  <div class="prose">
    <h1 class="kern-heading-large">{t.suggest.thanksTitle}</h1>
    <Alert kind="success" title={t.suggest.thanks} />
    <p class="kern-body">
      <a class="kern-link" href={back}>
        {t.suggest.back}
      </a>
    </p>
  </div>
);
