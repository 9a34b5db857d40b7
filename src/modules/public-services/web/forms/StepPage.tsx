import { Control } from '../../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { describedBy, Field } from '../../../../foundation/ui/Field.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { ApplicationMessages } from '../applications/messages.ts';
import { Group } from './controls.tsx';
import type { StepView, UploadView } from './view.ts';

type Props = { view: StepView; t: ApplicationMessages };

const Upload = ({ upload, view, t }: Props & { upload: UploadView }) => (
  <section class="upload" aria-labelledby={`${upload.name}-title`}>
    <h2 class="kern-heading-small" id={`${upload.name}-title`}>
      {upload.label}
    </h2>
    {upload.files.length === 0 && <p class="kern-body">{t.step.none}</p>}
    <ul class="plain-list">
      {upload.files.map((file) => (
        <li key={file.id} class="inline-form">
          <a class="kern-link" href={file.href}>
            {file.label}
          </a>
          {upload.mayRemove && (
            <form method="post" action={view.removeAction}>
              <input type="hidden" name="datei" value={file.id} />
              <input type="hidden" name="seite" value={view.stepId} />
              <SubmitButton rank="tertiary" label={t.step.remove} about={file.label} />
            </form>
          )}
        </li>
      ))}
    </ul>
    {upload.mayAdd && (
      <form method="post" action={view.uploadAction} enctype="multipart/form-data" class="stack">
        <input type="hidden" name="feld" value={upload.name} />
        <input type="hidden" name="seite" value={view.stepId} />
        <Field name={upload.name} label={t.step.file} hint={t.step.uploadHint} error={upload.error}>
          <input
            class="kern-form-input__input"
            type="file"
            id={upload.name}
            name="datei"
            accept="application/pdf,image/png,image/jpeg"
            aria-describedby={describedBy(upload.name, { hint: true, error: upload.error !== undefined })}
            aria-invalid={upload.error !== undefined}
          />
        </Field>
        <SubmitButton rank="secondary" label={t.step.upload} />
      </form>
    )}
  </section>
);

const Organisations = ({ view, t }: Props) =>
  view.organisations === undefined || view.organisations.choices.length === 0 ? null : (
    <form method="post" action={view.organisations.action} class="stack">
      <p class="kern-body">{t.sign.chooseOrganisation}</p>
      {view.organisations.choices.map(({ id, name }) => (
        <SubmitButton
          key={id}
          rank="secondary"
          label={t.sign.takeName(name)}
          name="organisation"
          value={id}
        />
      ))}
    </form>
  );

/** One question group. Files have forms of their own, so that what is typed never travels with megabytes. */
export const StepPage = ({ view, t }: Props) => (
  <div class="prose">
    <ErrorSummary title={t.correct} faults={view.faults} />
    <p class="kern-body soft">{view.position}</p>
    <h1 class="kern-heading-large">{view.title}</h1>
    {view.lead !== undefined && <p class="kern-body">{view.lead}</p>}
    {view.uploads.map((upload) => (
      <Upload key={upload.name} upload={upload} view={view} t={t} />
    ))}
    <Organisations view={view} t={t} />
    <form method="post" action={view.action} noValidate class="stack">
      {Object.entries(view.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {view.fields.map((field) =>
        'rows' in field ? (
          <Group key={field.name} group={field} choose={t.step.choose} />
        ) : (
          <Control key={field.name} field={field} choose={t.step.choose} />
        ),
      )}
      <div class="button-row">
        <SubmitButton label={t.step.save} />
        {view.fields.some((field) => 'mayGrow' in field && field.mayGrow) && (
          <SubmitButton rank="secondary" label={t.step.more} name="mehr" value="1" />
        )}
        <a class="kern-btn kern-btn--tertiary" href={view.back}>
          <span class="kern-label">{t.step.back}</span>
        </a>
      </div>
    </form>
  </div>
);
