import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { describedBy, Field } from '../../../../foundation/ui/Field.tsx';
import { TextArea } from '../../../../foundation/ui/inputs.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import { Answers } from '../forms/DraftPages.tsx';
import type { ApplicationMessages } from './messages.ts';
import { Facts, Files, Messages } from './parts.tsx';
import type { StatusView } from './view.ts';

type Props = { view: StatusView; t: ApplicationMessages };

const Write = ({ view, t }: Props) => {
  if (!view.open) return null;
  const { isQuestion, messageAction } = view.open;
  const words = isQuestion
    ? { title: t.status.answer, label: t.status.answerText, button: t.status.answerSend }
    : { title: t.status.write, label: t.status.text, button: t.status.send };
  return (
    <section>
      <h2 class="kern-heading-medium">{words.title}</h2>
      <form method="post" action={messageAction} noValidate class="stack">
        {isQuestion && <input type="hidden" name="art" value="antwort" />}
        <TextArea name="text" label={words.label} state={view.text} maxLength={20_000} />
        <SubmitButton label={words.button} />
      </form>
    </section>
  );
};

const AddFile = ({ view, t }: Props) =>
  view.open ? (
    <form method="post" action={view.open.uploadAction} enctype="multipart/form-data" class="stack">
      <Field name="datei" label={t.status.addFile} hint={t.step.uploadHint} error={view.fileError}>
        <input
          class="kern-form-input__input"
          type="file"
          id="datei"
          name="datei"
          accept="application/pdf,image/png,image/jpeg"
          aria-describedby={describedBy('datei', { hint: true, error: view.fileError !== undefined })}
          aria-invalid={view.fileError !== undefined}
        />
      </Field>
      <SubmitButton rank="secondary" label={t.step.upload} />
    </form>
  ) : null;

const Keep = ({ view, t }: Props) =>
  view.code === undefined ? null : (
    <section>
      <h2 class="kern-heading-medium">{t.status.keep}</h2>
      <p class="kern-body">{t.status.keepLead}</p>
      <Facts facts={[{ label: t.status.number, value: view.number }]} />
      <p class="kern-body">{t.status.code}:</p>
      <p class="kern-body secret-code">{view.code}</p>
      <p class="kern-body">
        <a class="kern-link" href={view.findHref}>
          {t.find.title}
        </a>
      </p>
    </section>
  );

const Ends = ({ view, t }: Props) =>
  view.open ? (
    <section>
      {view.open.correct !== undefined && (
        <p class="kern-body">
          {t.status.correctLead}{' '}
          <a class="kern-link" href={view.open.correct}>
            {t.status.correct}
          </a>
        </p>
      )}
      <p class="kern-body">
        <a class="kern-link" href={view.open.withdraw}>
          {t.status.withdraw}
        </a>
      </p>
    </section>
  ) : null;

/** Receipt and state in one: what happens next, until when, and how to come back. */
export const StatusPage = ({ view, t }: Props) => (
  <div class="prose">
    <ErrorSummary
      title={t.correct}
      faults={[
        ['text', view.text.error],
        ['datei', view.fileError],
      ]}
    />
    {view.note && <Alert kind={view.note.kind} title={view.note.title} isUrgent />}
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">{view.formTitle}</p>
    {view.isDemonstration && <Alert kind="info" title={t.demonstration} />}
    <Facts facts={view.facts} />
    <h2 class="kern-heading-medium">{t.status.nextStep}</h2>
    <p class="kern-body">{view.nextStep}</p>
    <div class="button-row">
      {view.decision !== undefined && (
        <a class="kern-btn kern-btn--primary" href={view.decision}>
          <span class="kern-label">{t.status.decision}</span>
        </a>
      )}
      <a class="kern-btn kern-btn--secondary" href={view.receipt}>
        <span class="kern-label">{t.status.receipt}</span>
      </a>
    </div>
    <Keep view={view} t={t} />
    <Messages messages={view.messages} t={t} />
    <Write view={view} t={t} />
    <Files files={view.files} t={t} />
    <AddFile view={view} t={t} />
    <Answers groups={view.groups} change={t.summary.change} />
    <Ends view={view} t={t} />
    <p class="kern-body">
      <a class="kern-link" href={view.rate.href}>
        {view.rate.label}
      </a>
    </p>
    <p class="kern-body soft">{view.deleted}</p>
  </div>
);

export const WithdrawPage = (props: { action: string; back: string; t: ApplicationMessages }) => (
  <div class="prose">
    <h1 class="kern-heading-large">{props.t.status.withdrawTitle}</h1>
    <p class="kern-body">{props.t.status.withdrawLead}</p>
    <form method="post" action={props.action} class="button-row">
      <SubmitButton label={props.t.status.withdrawButton} />
      <a class="kern-btn kern-btn--tertiary" href={props.back}>
        <span class="kern-label">{props.t.status.keepIt}</span>
      </a>
    </form>
  </div>
);
