import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control } from '../../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { type FieldState, TextArea, TextInput } from '../../../../foundation/ui/inputs.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import { Answers } from '../forms/DraftPages.tsx';
import type { AnswerGroup } from '../forms/view.ts';
import type { ApplicationMessages } from './messages.ts';
import { Files } from './parts.tsx';
import type { ApplicationNote, FileView } from './view.ts';

export type WaitingView = {
  formTitle: string;
  note?: ApplicationNote | undefined;
  who: string;
  /** Told once, right after signing. */ link?: string | undefined;
  /** Opens the application for the first person; never beside the link, so that nobody passes on the wrong one. */
  code?: string | undefined;
  renewAction: string;
  mailAction: string;
  mail: FieldState;
  takeBackAction: string;
  expires: string;
  groups: AnswerGroup[];
  files: FileView[];
};

type Waiting = { view: WaitingView; t: ApplicationMessages };

const Link = ({ view, t: { sign } }: Waiting) => (
  <section>
    <h2 class="kern-heading-medium">{sign.waiting.link}</h2>
    {view.link === undefined ? (
      <>
        <p class="kern-body">{sign.waiting.noLink}</p>
        <form method="post" action={view.renewAction}>
          <SubmitButton rank="secondary" label={sign.waiting.renew} />
        </form>
      </>
    ) : (
      <>
        <p class="kern-body">{sign.waiting.linkLead}</p>
        <p class="kern-body secret-code">{view.link}</p>
      </>
    )}
  </section>
);

const MailLink = ({ view, t: { sign } }: Waiting) => (
  <section>
    <h2 class="kern-heading-medium">{sign.waiting.mail}</h2>
    <form method="post" action={view.mailAction} noValidate class="stack">
      <TextInput
        name="adresse"
        type="email"
        label={sign.waiting.mailField}
        hint={sign.waiting.mailHint}
        state={view.mail}
      />
      <div class="button-row">
        <SubmitButton rank="secondary" label={sign.waiting.mailButton} />
      </div>
    </form>
  </section>
);

/** The first person has signed: how the second one comes to it, and how to change something after all. */
export const WaitingPage = ({ view, t }: Waiting) => (
  <div class="prose">
    <ErrorSummary title={t.correct} faults={[['adresse', view.mail.error]]} />
    {view.note && <Alert kind={view.note.kind} title={view.note.title} isUrgent />}
    <h1 class="kern-heading-large">{t.sign.waiting.title}</h1>
    <p class="kern-body">{view.formTitle}</p>
    <p class="kern-body">{t.sign.waiting.lead(view.who)}</p>
    <Link view={view} t={t} />
    <MailLink view={view} t={t} />
    <section>
      <h2 class="kern-heading-medium">{t.sign.waiting.change}</h2>
      <p class="kern-body">{t.sign.waiting.changeLead}</p>
      <form method="post" action={view.takeBackAction}>
        <SubmitButton rank="secondary" label={t.sign.waiting.takeBack} />
      </form>
    </section>
    <Answers groups={view.groups} change={t.summary.change} />
    {view.files.length > 0 && <Files files={view.files} t={t} />}
    {view.code !== undefined && view.link === undefined && (
      <section>
        <h2 class="kern-heading-medium">{t.draft.code}</h2>
        <p class="kern-body">{t.draft.codeLead}</p>
        <p class="kern-body secret-code">{view.code}</p>
      </section>
    )}
    <p class="kern-body soft">{view.expires}</p>
  </div>
);

export type SignView = {
  formTitle: string;
  town: string;
  isDemonstration: boolean;
  note?: ApplicationNote | undefined;
  who: string;
  declaration: string;
  groups: AnswerGroup[];
  files: FileView[];
  signAction: string;
  declineAction: string;
  /** Hash of what is shown. */ seen: string;
  name: FieldState;
  tick: FieldState;
  reason: string;
};

type Props = { view: SignView; t: ApplicationMessages };

const Agree = ({ view, t: { sign, step } }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{sign.page.agree}</h2>
    <form method="post" action={view.signAction} noValidate class="stack">
      <input type="hidden" name="gesehen" value={view.seen} />
      <TextInput name="name" label={sign.page.name} state={view.name} maxLength={200} />
      <Control
        field={{
          name: 'zustimmung',
          control: 'tick',
          label: view.declaration,
          value: view.tick.value ?? '',
          error: view.tick.error,
        }}
        choose={step.choose}
      />
      <div class="button-row">
        <SubmitButton label={sign.page.button} />
      </div>
    </form>
  </section>
);

const Decline = ({ view, t: { sign } }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{sign.page.decline}</h2>
    <p class="kern-body">{sign.page.declineLead}</p>
    <form method="post" action={view.declineAction} noValidate class="stack">
      <TextArea
        name="grund"
        label={sign.page.reason}
        hint={sign.page.reasonHint}
        state={{ value: view.reason }}
        maxLength={1_000}
      />
      <div class="button-row">
        <SubmitButton rank="secondary" label={sign.page.declineButton} />
      </div>
    </form>
  </section>
);

/** What the second person sees: everything, to read only, then yes or no. */
export const SignPage = ({ view, t }: Props) => (
  <div class="prose">
    <ErrorSummary
      title={t.correct}
      faults={[
        ['name', view.name.error],
        ['zustimmung', view.tick.error],
      ]}
    />
    {view.note && <Alert kind={view.note.kind} title={view.note.title} isUrgent />}
    <h1 class="kern-heading-large">{t.sign.page.title}</h1>
    <p class="kern-body">{view.formTitle}</p>
    {view.isDemonstration && <Alert kind="info" title={t.demonstration} />}
    <p class="kern-body">{t.sign.page.lead(view.town)}</p>
    <p class="kern-body">{t.sign.page.as(view.who)}</p>
    <p class="kern-body">{t.sign.page.you}</p>
    <Answers groups={view.groups} change={t.summary.change} />
    {view.files.length > 0 && <Files files={view.files} t={t} />}
    <Agree view={view} t={t} />
    <Decline view={view} t={t} />
  </div>
);

/** What came of it, or that the link opens nothing. */
export const SignEndPage = ({ title, paragraphs }: { title: string; paragraphs: string[] }) => (
  <div class="prose">
    <h1 class="kern-heading-large">{title}</h1>
    {paragraphs.map((text) => (
      <p key={text} class="kern-body">
        {text}
      </p>
    ))}
  </div>
);
