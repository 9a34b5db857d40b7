import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { describedBy, Field } from '../../../../foundation/ui/Field.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { SpaceMessages } from './messages.ts';

export type SpaceView = {
  name: string;
  state: string;
  facts: string;
  note?: { kind: 'success' | 'danger'; title: string } | undefined;
  action: string;
  isShared: boolean;
  stays: { key: string; text: string }[];
  times: { id: string; text: string }[];
  timesFields: FieldView[];
  isTimesOpen: boolean;
  strikes: { key: string; text: string; photo?: string | undefined }[];
  photo?: string | undefined;
  earned: string;
  back: string;
};

type Props = { view: SpaceView; t: SpaceMessages };

const Times = ({ view, t }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.edit.times}</h2>
    {view.times.length === 0 && <p class="kern-body">{t.edit.noTimes}</p>}
    <ul class="plain-list">
      {view.times.map(({ id, text }) => (
        <li key={id}>
          <form method="post" action={`${view.action}/zeiten/weg`} class="actions">
            <input type="hidden" name="zeit" value={id} />
            <span class="kern-body">{text}</span>
            <button
              type="submit"
              class="kern-btn kern-btn--tertiary"
              aria-label={`${t.edit.remove}: ${text}`}
            >
              <span class="kern-label">{t.edit.remove}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
    <details class="form-group" open={view.isTimesOpen}>
      <summary class="kern-body">{t.edit.addTimes}</summary>
      <form method="post" action={`${view.action}/zeiten`} noValidate class="stack">
        {view.timesFields.map((field) => (
          <Control key={field.name} field={field} choose="" />
        ))}
        <SubmitButton label={t.edit.timesButton} rank="secondary" />
      </form>
    </details>
  </section>
);

const Stays = ({ view, t }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.upcoming}</h2>
    {view.stays.length === 0 ? (
      <p class="kern-body">{t.nothingUpcoming}</p>
    ) : (
      <>
        <ul class="kern-body bullets">
          {view.stays.map(({ key, text }) => (
            <li key={key}>{text}</li>
          ))}
        </ul>
        <form method="post" action={`${view.action}/verlegen`}>
          <SubmitButton label={t.edit.recall} rank="secondary" />
          <p class="kern-hint">{t.edit.recallHint}</p>
        </form>
        <form method="post" action={`${view.action}/notfall`}>
          <SubmitButton label={t.edit.emergency} rank="tertiary" />
          <p class="kern-hint">{t.edit.emergencyHint}</p>
        </form>
      </>
    )}
  </section>
);

const Strikes = ({ view, t }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.edit.strikes}</h2>
    <p class="kern-body">{t.edit.strikesLead}</p>
    <ul class="kern-body bullets">
      {view.strikes.map(({ key, text, photo }) => (
        <li key={key}>
          {text}{' '}
          {photo !== undefined && (
            <a class="kern-link" href={photo}>
              {t.edit.seePhoto}
            </a>
          )}
        </li>
      ))}
    </ul>
  </section>
);

const Photo = ({ view, t }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.edit.photo}</h2>
    {view.photo !== undefined && (
      <>
        <img class="photo" src={view.photo} alt={t.edit.photo} loading="lazy" />
        <form method="post" action={`${view.action}/foto/weg`}>
          <SubmitButton label={t.edit.photoRemove} rank="tertiary" />
        </form>
      </>
    )}
    <form method="post" action={`${view.action}/foto`} enctype="multipart/form-data" class="stack">
      <Field name="foto" label={t.edit.photo} hint={t.edit.photoHint}>
        <input
          class="kern-form-input__input"
          type="file"
          id="foto"
          name="foto"
          accept="image/jpeg,image/png"
          aria-describedby={describedBy('foto', { hint: true, error: false })}
        />
      </Field>
      <SubmitButton label={t.edit.photoButton} rank="secondary" />
    </form>
  </section>
);

/** One space: what is promised, when it is shared, what it looks like; stopped at once. */
export const SpacePage = ({ view, t }: Props) => (
  <div class="prose">
    <ErrorSummary
      title={t.correct}
      faults={view.timesFields.map(({ name, label, error }) => [name, error && `${label}: ${error}`])}
    />
    {view.note && <Alert kind={view.note.kind} title={view.note.title} isUrgent />}
    <h1 class="kern-heading-large">{view.name}</h1>
    <p class="kern-body">
      {view.state} · {view.facts}
    </p>
    <p class="kern-body">
      <a class="kern-link" href={`${view.action}/angaben`}>
        {t.edit.title}
      </a>
    </p>
    <form method="post" action={view.action}>
      <SubmitButton label={view.isShared ? t.stop : t.restart} rank="secondary" />
      {view.isShared && <p class="kern-hint">{t.stopHint}</p>}
    </form>
    <Stays view={view} t={t} />
    <Times view={view} t={t} />
    {view.strikes.length > 0 && <Strikes view={view} t={t} />}
    <Photo view={view} t={t} />
    <p class="kern-body">{view.earned}</p>
    <p class="kern-body">
      <a class="kern-link" href={view.back}>
        {t.back}
      </a>
    </p>
  </div>
);
