import type { ComponentChildren } from 'preact';
import { Alert } from '../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../foundation/ui/Control.tsx';
import { DataTable, type Row } from '../../../foundation/ui/DataTable.tsx';
import { ErrorSummary } from '../../../foundation/ui/ErrorSummary.tsx';
import { FieldForm } from '../../../foundation/ui/FieldForm.tsx';
import { SubmitButton } from '../../../foundation/ui/SubmitButton.tsx';
import type { SprintMessages } from './messages.ts';
import { Rounds, type RoundView } from './PublicPages.tsx';
import { PictureForm } from './RoomPages.tsx';

export type Form = { action: string; fields: FieldView[] };
type Told = { refusal: string | undefined; done: string | undefined };

const Head = ({ view, title }: { view: Told; title: string }) => (
  <>
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    <h1 class="kern-heading-large">{title}</h1>
  </>
);

const Section = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section class="effect-section">
    <h2 class="kern-heading-medium">{title}</h2>
    {children}
  </section>
);

const Button = ({ action, label, about }: { action: string; label: string; about?: string }) => (
  <form method="post" action={action}>
    <SubmitButton label={label} rank="tertiary" {...(about !== undefined && { about })} />
  </form>
);

export const DeskSprintsPage = ({
  view,
  t,
}: {
  view: { refusal: string | undefined; rows: Row[]; begin: Form };
  t: SprintMessages;
}) => (
  <div class="network">
    <Head view={{ ...view, done: undefined }} title={t.title} />
    <p class="kern-body">{t.lead}</p>
    {view.rows.length === 0 ? (
      <p class="kern-body">{t.none}</p>
    ) : (
      <DataTable
        caption={t.title}
        columns={[{ label: t.columns.title }, { label: t.columns.quarter }, { label: t.columns.state }]}
        rows={view.rows}
      />
    )}
    <Section title={t.desk.begin}>
      <FieldForm action={view.begin.action} fields={view.begin.fields} label={t.desk.beginButton} />
    </Section>
  </div>
);

type Ways = { href: string; label: string; isHere: boolean }[];

const Tabs = ({ ways }: { ways: Ways }) => (
  <ul class="links-inline">
    {ways.map(({ href, label, isHere }) => (
      <li key={href}>
        <a class="kern-link" href={href} aria-current={isHere ? 'page' : undefined}>
          {label}
        </a>
      </li>
    ))}
  </ul>
);

export type PrepareView = Told & {
  title: string;
  state: string;
  ways: Ways;
  move: { action: string; label: string; hint: string | undefined } | undefined;
  facts: Form & { revision: number };
  items: { id: string; title: string; note: string; drop: string }[];
  offers: Form;
  invitations: { id: string; label: string; end: string | undefined }[];
  invite: Form | undefined;
  /** Shown once. */ newLink: { title: string; address: string } | undefined;
  people: { title: string; rows: { id: string; label: string; remove: string }[] };
};

const Facts = ({ facts, t }: { facts: PrepareView['facts']; t: SprintMessages }) => (
  <form method="post" action={facts.action} noValidate class="stack">
    <input type="hidden" name="revision" value={facts.revision} />
    {facts.fields.map((field) => (
      <Control key={field.name} field={field} choose="" />
    ))}
    <SubmitButton label={t.desk.save} />
  </form>
);

/** What a room is about, what is brought into it, and who is invited. */
export const PreparePage = ({ view, t }: { view: PrepareView; t: SprintMessages }) => (
  <div class="network">
    <ErrorSummary title={t.desk.correct} faults={view.facts.fields.map(({ name, error }) => [name, error])} />
    <Head view={view} title={view.title} />
    <p class="kern-body">{view.state}</p>
    <Tabs ways={view.ways} />
    {view.newLink && (
      <Alert kind="success" title={view.newLink.title} isUrgent>
        <p class="secret-code">{view.newLink.address}</p>
      </Alert>
    )}
    {view.move && (
      <form method="post" action={view.move.action} class="stack">
        {view.move.hint !== undefined && <p class="kern-body">{view.move.hint}</p>}
        <SubmitButton label={view.move.label} rank="secondary" />
      </form>
    )}
    <Section title={t.desk.facts}>
      <Facts facts={view.facts} t={t} />
    </Section>
    <Section title={t.about.backlog}>
      {view.items.length === 0 && <p class="kern-body">{t.about.noBacklog}</p>}
      <ul class="plain-list services__list">
        {view.items.map(({ id, title, note, drop }) => (
          <li key={id}>
            <strong>{title}</strong>
            <span class="services__note">{note}</span>
            <Button action={drop} label={t.desk.drop} about={title} />
          </li>
        ))}
      </ul>
      <h3 class="kern-heading-small">{t.desk.offers}</h3>
      <p class="kern-body">{view.offers.fields.length === 0 ? t.desk.noOffers : t.desk.offersLead}</p>
      {view.offers.fields.length > 0 && (
        <FieldForm action={view.offers.action} fields={view.offers.fields} label={t.desk.take} />
      )}
    </Section>
    <Section title={t.desk.invitations}>
      <p class="kern-body">{t.desk.invitationsLead}</p>
      <ul class="plain-list services__list">
        {view.invitations.map(({ id, label, end }) => (
          <li key={id}>
            {label}
            {end !== undefined && <Button action={end} label={t.desk.end} about={label} />}
          </li>
        ))}
      </ul>
      {view.invite && (
        <FieldForm action={view.invite.action} fields={view.invite.fields} label={t.desk.invite} />
      )}
    </Section>
    <Section title={view.people.title}>
      <ul class="plain-list services__list">
        {view.people.rows.map(({ id, label, remove }) => (
          <li key={id}>
            {label}
            <Button action={remove} label={t.desk.remove} about={label} />
          </li>
        ))}
      </ul>
    </Section>
  </div>
);

export type LeadView = Told & {
  title: string;
  ways: Ways;
  rounds: RoundView[];
  openRound: Form | undefined;
  closeRound: { action: string; paper: Form } | undefined;
  enter: Form | undefined;
  said: { id: string; kind: string; text: string; note: string; picture: string | undefined; form: Form }[];
  result: Form;
  decide: Form | undefined;
  handOn: Form | undefined;
  outputs: { id: string; title: string; note: string; href: string }[];
};

const Voting = ({ view, t }: { view: LeadView; t: SprintMessages }) => (
  <Section title={t.desk.rounds}>
    <Rounds rounds={view.rounds} t={t} />
    {view.closeRound && (
      <>
        <details class="kern-body">
          <summary>{t.desk.paperVote}</summary>
          <FieldForm
            action={view.closeRound.paper.action}
            fields={view.closeRound.paper.fields}
            label={t.votes.cast}
          />
        </details>
        <p class="kern-body">{t.desk.closeRoundHint}</p>
        <form method="post" action={view.closeRound.action}>
          <SubmitButton label={t.desk.closeRound} rank="secondary" />
        </form>
      </>
    )}
    {view.openRound && (
      <FieldForm action={view.openRound.action} fields={view.openRound.fields} label={t.desk.openRound} />
    )}
  </Section>
);

const Deciding = ({ view, t }: { view: LeadView; t: SprintMessages }) => (
  <>
    {view.decide && (
      <Section title={t.desk.decision}>
        <FieldForm action={view.decide.action} fields={view.decide.fields} label={t.desk.decide} />
      </Section>
    )}
    {view.handOn && (
      <Section title={t.desk.hand}>
        <p class="kern-body">{t.desk.handLead}</p>
        <ul class="plain-list services__list">
          {view.outputs.map(({ id, title, note, href }) => (
            <li key={id}>
              <strong>{title}</strong>
              <span class="services__note">{note}</span>
              <a class="kern-link" href={href} aria-label={`${t.desk.where}: ${title}`}>
                {t.desk.where}
              </a>
            </li>
          ))}
        </ul>
        <FieldForm action={view.handOn.action} fields={view.handOn.fields} label={t.desk.handOn} />
      </Section>
    )}
  </>
);

/** What is said in the room and who sees it, votes, results, the decision and what comes of it. */
export const LeadPage = ({ view, t }: { view: LeadView; t: SprintMessages }) => (
  <div class="network">
    <Head view={view} title={view.title} />
    <Tabs ways={view.ways} />
    <Voting view={view} t={t} />
    <Deciding view={view} t={t} />
    <Section title={t.desk.results}>
      <FieldForm action={view.result.action} fields={view.result.fields} label={t.desk.save} />
    </Section>
    {view.enter && (
      <Section title={t.desk.enter}>
        <p class="kern-body">{t.desk.enterLead}</p>
        <PictureForm action={view.enter.action} fields={view.enter.fields} label={t.desk.save} t={t} />
      </Section>
    )}
    <Section title={t.desk.said}>
      <p class="kern-body">{`${t.desk.saidLead} ${t.desk.onlyNewest}`}</p>
      <ol class="plain-list services__list">
        {view.said.map(({ id, kind, text, note, picture, form }) => (
          <li key={id}>
            <strong>{kind}</strong>
            <div class="lines">{text}</div>
            {picture !== undefined && (
              <img class="photo" src={picture} alt={t.room.photo(text)} loading="lazy" />
            )}
            <span class="services__note">{note}</span>
            <FieldForm action={form.action} fields={form.fields} label={t.desk.save} />
          </li>
        ))}
      </ol>
    </Section>
  </div>
);
