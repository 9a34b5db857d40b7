import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { ApplicationMessages } from '../applications/messages.ts';
import type { AnswerGroup, DraftView, StartView } from './view.ts';

/** What is needed and how long it takes, before anybody begins. */
export const StartPage = ({ view, t }: { view: StartView; t: ApplicationMessages }) => (
  <div class="prose">
    {view.note !== undefined && <Alert kind="warning" title={view.note} isUrgent />}
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">{view.lead}</p>
    {view.isDemonstration && <Alert kind="info" title={t.demonstration} />}
    <p class="kern-body">{t.start.who(view.town)}</p>
    <h2 class="kern-heading-medium">{t.start.needed}</h2>
    <ul class="kern-body bullets">
      {view.needed.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
    <p class="kern-body">
      {view.minutes} {view.promise}
    </p>
    {view.level !== undefined && <p class="kern-body">{view.level}</p>}
    {view.second !== undefined && <p class="kern-body">{view.second}</p>}
    {view.isPrefilled && <p class="kern-body">{t.start.prefilled}</p>}
    {!view.isPrefilled && view.level === undefined && <p class="kern-body">{t.start.noLogin}</p>}
    <p class="kern-body">{t.start.sealed}</p>
    <form method="post" action={view.action}>
      <SubmitButton label={t.start.button} />
    </form>
    <p class="kern-body">
      <a class="kern-link" href={view.resume}>
        {t.start.resume}
      </a>
    </p>
  </div>
);

/** The pages as tasks, and how to come back. */
export const DraftPage = ({ view, t }: { view: DraftView; t: ApplicationMessages }) => (
  <div class="prose">
    <h1 class="kern-heading-large">{view.title}</h1>
    {view.declined && (
      <Alert kind="warning" title={view.declined.title}>
        <p class="quoted">{view.declined.reason}</p>
      </Alert>
    )}
    <p class="kern-body">{t.draft.lead}</p>
    <ol class="tasks">
      {view.tasks.map(({ label, href, isDone }) => (
        <li key={href}>
          <a class="kern-link" href={href}>
            {label}
          </a>
          <span class={`kern-badge kern-badge--${isDone ? 'success' : 'info'}`}>
            <span class="kern-label kern-label--small">{isDone ? t.draft.done : t.draft.open}</span>
          </span>
        </li>
      ))}
    </ol>
    {view.next && (
      <a class="kern-btn kern-btn--primary" href={view.next.href}>
        <span class="kern-label">{view.next.label}</span>
      </a>
    )}
    {view.code !== undefined && (
      <section>
        <h2 class="kern-heading-medium">{t.draft.code}</h2>
        <p class="kern-body">{t.draft.codeLead}</p>
        <p class="kern-body secret-code">{view.code}</p>
      </section>
    )}
    <section>
      <h2 class="kern-heading-medium">{t.draft.expiry}</h2>
      <p class="kern-body">{view.expires}</p>
      {view.isInAccount && <p class="kern-body">{t.draft.account}</p>}
    </section>
  </div>
);

export const Answers = ({ groups, change }: { groups: AnswerGroup[]; change: string }) => (
  <>
    {groups.map((group) => (
      <section key={group.title} class="answers">
        <h2 class="kern-heading-medium">{group.title}</h2>
        <dl class="fact-list">
          {group.rows.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {group.change !== undefined && (
          <a class="kern-link" href={group.change}>
            {change}
            <span class="kern-sr-only"> {group.title}</span>
          </a>
        )}
      </section>
    ))}
  </>
);

/** Everything once more before it is sent. */
export const SummaryPage = (props: {
  groups: AnswerGroup[];
  action: string;
  back: string;
  /** Who signs as well; absent: nobody. */ second: string | undefined;
  t: ApplicationMessages;
}) => (
  <div class="prose">
    <h1 class="kern-heading-large">{props.t.summary.title}</h1>
    <Answers groups={props.groups} change={props.t.summary.change} />
    <p class="kern-body">
      {props.second === undefined ? props.t.summary.lead : props.t.sign.summaryLead(props.second)}
    </p>
    <form method="post" action={props.action} class="button-row">
      <SubmitButton label={props.second === undefined ? props.t.summary.send : props.t.sign.summaryButton} />
      <a class="kern-btn kern-btn--tertiary" href={props.back}>
        <span class="kern-label">{props.t.step.back}</span>
      </a>
    </form>
  </div>
);
