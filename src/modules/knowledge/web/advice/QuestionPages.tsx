import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { AdviceMessages } from './messages.ts';

export type MessageLine = { who: string; day: string; text: string };

export type QuestionHead = {
  title: string;
  about: string;
  question: string;
  isPublic: boolean;
  closed: string | undefined;
  done: string | undefined;
  fault: { field: string; text: string } | undefined;
};

type FormView = { action: string; fields: FieldView[] };

export type ThreadView = {
  id: string;
  name: string;
  role: string;
  reasons: string[];
  state: string;
  isNobodyThere: boolean;
  /** Known after a few public answers. */ answerTime: string | undefined;
  days: string | undefined;
  messages: MessageLine[];
  answer: FormView | undefined;
};

export type AskerView = QuestionHead & { threads: ThreadView[]; close: FormView | undefined };

export type HelperView = QuestionHead & {
  asker: string;
  reasons: string[];
  days: string | undefined;
  messages: MessageLine[];
  thanks: string | undefined;
  offer: (FormView & { isAgain: boolean }) | undefined;
  hours: FormView | undefined;
  hoursSaid: string | undefined;
  entry: FormView | undefined;
  draft: string | undefined;
};

type Props<View> = { view: View; t: AdviceMessages };

const Head = ({ view, t }: Props<QuestionHead>) => (
  <>
    {view.fault && <ErrorSummary title={t.correct} faults={[[view.fault.field, view.fault.text]]} />}
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">{view.about}</p>
    <p class="kern-body lines">{view.question}</p>
    <p class="kern-body soft">
      {view.isPublic ? t.question.public : t.question.notPublic} {view.closed}
    </p>
  </>
);

const Messages = ({ lines }: { lines: MessageLine[] }) => (
  <ul class="plain-list services__list">
    {lines.map(({ who, day, text }) => (
      <li key={`${who}${day}${text}`}>
        <strong>
          {who}, {day}
        </strong>
        <p class="kern-body lines">{text}</p>
      </li>
    ))}
  </ul>
);

const Reasons = ({ reasons }: { reasons: string[] }) => (
  <ul class="bullets">
    {reasons.map((reason) => (
      <li key={reason} class="kern-body">
        {reason}
      </li>
    ))}
  </ul>
);

const Form = ({
  form,
  button,
  t,
  hidden,
}: {
  form: FormView;
  button: string;
  t: AdviceMessages;
  hidden?: string;
}) => (
  <form method="post" action={form.action} noValidate class="stack">
    {hidden !== undefined && <input type="hidden" name="helfer" value={hidden} />}
    {form.fields.map((field) => (
      <Control key={field.name} field={field} choose={t.choose} />
    ))}
    <SubmitButton label={button} />
  </form>
);

const ThreadSection = ({ thread, t }: { thread: ThreadView; t: AdviceMessages }) => (
  <section>
    <h3 class="kern-heading-small">
      {thread.name} · {thread.role}
    </h3>
    <Reasons reasons={thread.reasons} />
    {thread.isNobodyThere && <p class="kern-body soft">{t.question.nobodyThere}</p>}
    {thread.answerTime !== undefined && <p class="kern-body">{thread.answerTime}</p>}
    <p class="kern-body">
      <strong>{thread.state}</strong> {thread.days}
    </p>
    <Messages lines={thread.messages} />
    {thread.answer && <Form form={thread.answer} button={t.question.send} t={t} hidden={thread.id} />}
  </section>
);

/** A question as the one who asked sees it: who is asked and why, what they answer, and how it ends. */
export const AskerPage = ({ view, t }: Props<AskerView>) => (
  <div class="network">
    <Head view={view} t={t} />
    <h2 class="kern-heading-medium">{t.question.asked}</h2>
    {view.threads.length === 0 && <p class="kern-body">{t.question.nobody}</p>}
    {view.threads.map((thread) => (
      <ThreadSection key={thread.id} thread={thread} t={t} />
    ))}
    {view.close && (
      <section>
        <h2 class="kern-heading-medium">{t.question.close}</h2>
        <p class="kern-body">{t.question.closeLead}</p>
        <Form form={view.close} button={t.question.closeButton} t={t} />
      </section>
    )}
  </div>
);

const After = ({ view, t }: Props<HelperView>) => (
  <>
    {view.thanks !== undefined && (
      <section>
        <h2 class="kern-heading-medium">{t.help.thanks(view.asker)}</h2>
        <p class="kern-body lines">{view.thanks}</p>
      </section>
    )}
    {(view.hours || view.hoursSaid !== undefined) && (
      <section>
        <h2 class="kern-heading-medium">{t.help.hoursTitle}</h2>
        {view.hoursSaid !== undefined && <p class="kern-body">{view.hoursSaid}</p>}
        {view.hours && <Form form={view.hours} button={t.help.hoursButton} t={t} />}
      </section>
    )}
    {(view.entry || view.draft !== undefined) && (
      <section>
        <h2 class="kern-heading-medium">{t.help.entryTitle}</h2>
        {view.draft !== undefined && (
          <a class="kern-link" href={view.draft}>
            {t.help.entryThere}
          </a>
        )}
        {view.entry && <p class="kern-body">{t.help.entryLead}</p>}
        {view.entry && <Form form={view.entry} button={t.help.entryButton} t={t} />}
      </section>
    )}
  </>
);

/** A question as somebody sees it who can help. */
export const HelperPage = ({ view, t }: Props<HelperView>) => (
  <div class="network">
    <Head view={view} t={t} />
    {view.reasons.length > 0 && (
      <section>
        <h2 class="kern-heading-medium">{t.help.why}</h2>
        <Reasons reasons={view.reasons} />
      </section>
    )}
    {(view.messages.length > 0 || view.days !== undefined) && (
      <section>
        <h2 class="kern-heading-medium">{t.help.conversation}</h2>
        {view.days !== undefined && <p class="kern-body">{view.days}</p>}
        <Messages lines={view.messages} />
      </section>
    )}
    <After view={view} t={t} />
    {view.offer && (
      <section>
        <h2 class="kern-heading-medium">{view.offer.isAgain ? t.help.again : t.help.title}</h2>
        <Form form={view.offer} button={t.help.send} t={t} />
      </section>
    )}
  </div>
);
