import { Alert } from '../../../../foundation/ui/Alert.tsx';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { FieldForm } from '../../../../foundation/ui/FieldForm.tsx';
import type { ParticipationMessages } from '../messages.ts';

type View = {
  refusal: string | undefined;
  done: string | undefined;
  reports: string;
  surveys: string;
  comments: {
    id: string;
    state: string;
    subject: string;
    who: string;
    on: string;
    text: string;
    action: string;
    fields: FieldView[];
  }[];
};

/** What waits for a look at the desk, and what is shown. */
export const CommentsDeskPage = ({ view, t }: { view: View; t: ParticipationMessages }) => (
  <div class="network">
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">
      <a class="kern-link" href={view.reports}>
        {t.reports.listTitle}
      </a>
    </p>
    <p class="kern-body">
      <a class="kern-link" href={view.surveys}>
        {t.surveys.title}
      </a>
    </p>
    <h2 class="kern-heading-medium">{t.comments.desk}</h2>
    <p class="kern-body">{t.comments.deskLead}</p>
    {view.comments.length === 0 && <p class="kern-body">{t.comments.nothing}</p>}
    <ol class="plain-list services__list">
      {view.comments.map(({ id, state, subject, who, on, text, action, fields }) => (
        <li key={id}>
          <strong>{subject}</strong>
          <span class="services__note">{[state, who, on].join(' · ')}</span>
          <div class="lines">{text}</div>
          <FieldForm action={action} fields={fields} label={t.comments.save} />
        </li>
      ))}
    </ol>
  </div>
);
