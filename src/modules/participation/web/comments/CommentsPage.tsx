import { Alert } from '../../../../foundation/ui/Alert.tsx';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { FieldForm } from '../../../../foundation/ui/FieldForm.tsx';
import type { ParticipationMessages } from '../messages.ts';

export type CommentsView = {
  title: string;
  back: string;
  done: string | undefined;
  refusal: string | undefined;
  action: string;
  fields: FieldView[];
  comments: { id: string; who: string; on: string; text: string; answer: string }[];
};

/** What people say about a subject, and a form for one more. */
export const CommentsPage = ({
  view,
  t: { comments: t },
}: {
  view: CommentsView;
  t: ParticipationMessages;
}) => (
  <div class="network">
    <ErrorSummary title={t.send} faults={view.fields.map(({ name, error }) => [name, error])} />
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">
      <a class="kern-link" href={view.back}>
        {t.back}
      </a>
    </p>
    <section>
      <h2 class="kern-heading-medium">{t.said}</h2>
      {view.comments.length === 0 && <p class="kern-body">{t.none}</p>}
      <ol class="plain-list services__list">
        {view.comments.map(({ id, who, on, text, answer }) => (
          <li key={id} id={`kommentar-${id}`}>
            <strong>{who}</strong>
            <span class="services__note">{on}</span>
            <div class="lines">{text}</div>
            {answer !== '' && (
              <blockquote>
                <p class="kern-body">{t.answered}</p>
                <div class="lines">{answer}</div>
              </blockquote>
            )}
          </li>
        ))}
      </ol>
    </section>
    <section>
      <h2 class="kern-heading-medium">{t.way('0')}</h2>
      <p class="kern-body">{t.lead}</p>
      <p class="kern-body soft">{t.rules}</p>
      <FieldForm action={view.action} fields={view.fields} label={t.send} />
    </section>
  </div>
);
