import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { DataTable } from '../../../../foundation/ui/DataTable.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { Select, TextArea } from '../../../../foundation/ui/inputs.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import { Answers } from '../forms/DraftPages.tsx';
import type { ApplicationMessages } from './messages.ts';
import { Facts, Files, Messages } from './parts.tsx';
import type { CaseView, InboxView } from './view.ts';

/** What lies on the desk, the next due day first. */
export const InboxPage = ({ view, t }: { view: InboxView; t: ApplicationMessages }) => (
  <>
    <h1 class="kern-heading-large">{view.isOpen ? t.inbox.open : t.inbox.ended}</h1>
    <p class="kern-body">{view.figures}</p>
    {view.year !== undefined && <p class="kern-body">{view.year}</p>}
    {view.rows.length === 0 ? (
      <p class="kern-body">{t.inbox.none}</p>
    ) : (
      <DataTable
        caption={t.inbox.title}
        columns={Object.values(t.inbox.columns).map((label) => ({ label }))}
        rows={view.rows.map(({ id, number, href, what, due, state, who }) => ({
          key: id,
          cells: [
            <a key="number" class="kern-link" href={href}>
              {number}
            </a>,
            what,
            due,
            state,
            who,
          ],
        }))}
      />
    )}
    <p class="kern-body">
      <a class="kern-link" href={view.other}>
        {view.isOpen ? t.inbox.showEnded : t.inbox.showOpen}
      </a>
    </p>
    {[view.handOvers, view.comments].map(({ href, label }) => (
      <p key={href} class="kern-body">
        <a class="kern-link" href={href}>
          {label}
        </a>
      </p>
    ))}
  </>
);

type Props = { view: CaseView; t: ApplicationMessages };
type Open = { open: NonNullable<CaseView['open']> };

const Say = ({ view, t, open }: Props & Open) => (
  <section>
    <h2 class="kern-heading-medium">{t.inbox.ask}</h2>
    <form method="post" action={`${open.sayAction}/rueckfrage`} noValidate class="stack">
      <TextArea
        name="frage"
        label={t.inbox.askText}
        hint={t.inbox.askHint}
        state={view.fields.frage}
        maxLength={20_000}
      />
      <SubmitButton label={t.inbox.askButton} />
    </form>
    <h2 class="kern-heading-medium">{t.inbox.reply}</h2>
    <form method="post" action={`${open.sayAction}/nachricht`} noValidate class="stack">
      <TextArea name="nachricht" label={t.inbox.replyText} state={view.fields.nachricht} maxLength={20_000} />
      <SubmitButton rank="secondary" label={t.inbox.replyButton} />
    </form>
  </section>
);

const Decide = ({ view, t, open }: Props & Open) => (
  <section>
    <h2 class="kern-heading-medium">{t.inbox.decide}</h2>
    {open.decideAction === undefined ? (
      <p class="kern-body">{t.inbox.decideFirst}</p>
    ) : (
      <form method="post" action={open.decideAction} noValidate class="stack">
        <TextArea
          name="bescheid"
          label={t.inbox.decisionText}
          hint={t.inbox.decisionHint}
          state={view.fields.bescheid}
          rows={8}
          maxLength={20_000}
        />
        <div class="button-row">
          <SubmitButton label={t.inbox.grant} name="wie" value="bewilligen" />
          <SubmitButton rank="secondary" label={t.inbox.refuse} name="wie" value="ablehnen" />
        </div>
      </form>
    )}
  </section>
);

const HandOver = ({ view, t, open }: Props & Open) =>
  view.organisations.length === 0 ? null : (
    <section>
      <h2 class="kern-heading-medium">{t.inbox.handOver}</h2>
      <form method="post" action={open.handOverAction} noValidate class="stack">
        <Select
          name="an"
          label={t.inbox.handOverTo}
          choices={view.organisations}
          empty={t.step.choose}
          state={view.fields.an}
        />
        <SubmitButton rank="secondary" label={t.inbox.handOverButton} />
      </form>
    </section>
  );

const Acts = (props: Props & Open) => (
  <>
    {props.open.takeAction !== undefined && (
      <form method="post" action={props.open.takeAction}>
        <SubmitButton label={props.t.inbox.take} />
      </form>
    )}
    <Say {...props} />
    <Decide {...props} />
    <HandOver {...props} />
  </>
);

/** One application: what was written, what was said, and what can be done. */
export const CasePage = ({ view, t }: Props) => (
  <>
    <ErrorSummary
      title={t.correct}
      faults={Object.entries(view.fields).map(([name, { error }]) => [name, error])}
    />
    {view.note && <Alert kind={view.note.kind} title={view.note.title} isUrgent />}
    <h1 class="kern-heading-large">{view.title}</h1>
    {view.isDemonstration && <Alert kind="info" title={t.demonstration} />}
    <Facts facts={view.facts} />
    {view.decision !== undefined && (
      <p class="kern-body">
        <a class="kern-link" href={view.decision}>
          {t.status.decision}
        </a>
      </p>
    )}
    <Answers groups={view.groups} change={t.summary.change} />
    <Files files={view.files} t={t} />
    <Messages messages={view.messages} t={t} />
    {view.open && <Acts view={view} t={t} open={view.open} />}
    <section>
      <h2 class="kern-heading-medium">{t.inbox.history}</h2>
      <ul class="kern-body">
        {view.history.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </section>
    <p class="kern-body">
      <a class="kern-link" href={view.back}>
        {t.inbox.open}
      </a>
    </p>
  </>
);
