import { Alert } from '../../../foundation/ui/Alert.tsx';
import { ErrorSummary } from '../../../foundation/ui/ErrorSummary.tsx';
import { Select, TextInput } from '../../../foundation/ui/inputs.tsx';
import { SubmitButton } from '../../../foundation/ui/SubmitButton.tsx';
import type { AccountMessages } from './messages.ts';
import type { MembersView } from './organisation-view.ts';

type Props = { view: MembersView; t: AccountMessages };
type Member = MembersView['members'][number];

const RoleForms = ({ member, view, t }: Props & { member: Member }) => (
  <>
    <ul class="plain-list">
      {member.roles.map(({ role, label }) => (
        <li key={role}>
          {label}
          {view.mayManage && (
            <form method="post" action={view.action('/rolle')} class="inline-form">
              <input type="hidden" name="person" value={member.personId} />
              <input type="hidden" name="role" value={role} />
              <SubmitButton
                label={t.members.take}
                about={`${label}, ${member.label}`}
                rank="tertiary"
                name="step"
                value="remove"
              />
            </form>
          )}
        </li>
      ))}
    </ul>
    {view.mayManage && (
      <form method="post" action={view.action('/rolle')} class="inline-form">
        <input type="hidden" name="person" value={member.personId} />
        <Select
          name={`role-${member.personId}`}
          label={t.members.give(member.label)}
          choices={view.roleChoices.filter(({ value }) => !member.roles.some(({ role }) => role === value))}
        />
        <SubmitButton label={t.members.giveButton} rank="secondary" name="step" value="grant" />
      </form>
    )}
  </>
);

const Members = ({ view, t }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.members.who}</h2>
    <ul class="cards">
      {view.members.map((member) => (
        <li key={member.personId} class="card">
          <h3 class="kern-heading-small">
            {member.label}
            {member.isMe && ` (${t.members.me})`}
          </h3>
          <RoleForms member={member} view={view} t={t} />
        </li>
      ))}
    </ul>
  </section>
);

const Changes = ({ view, t }: Props) =>
  view.changes.length > 0 && (
    <section>
      <h2 class="kern-heading-medium">{t.members.changes}</h2>
      <p class="kern-body">{t.members.fourEyes}</p>
      <ul class="cards">
        {view.changes.map(({ id, text, mayConfirm }) => (
          <li key={id} class="card">
            <p class="kern-body">{text}</p>
            {view.mayManage && (
              <form method="post" action={view.action(`/aenderung/${id}`)} class="inline-form">
                {mayConfirm && (
                  <SubmitButton label={t.members.confirm} about={text} name="step" value="confirm" />
                )}
                <SubmitButton
                  label={t.members.decline}
                  about={text}
                  rank="secondary"
                  name="step"
                  value="decline"
                />
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );

const Invitations = ({ view, t }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.members.invite}</h2>
    <form method="post" action={view.action('/einladen')} noValidate class="stack">
      <TextInput name="mail" label={t.members.mail} type="email" state={view.fields.mail} />
      <Select
        name="role"
        label={t.members.role}
        choices={view.roleChoices}
        empty={t.members.choose}
        state={view.fields.role}
      />
      <SubmitButton label={t.members.inviteButton} />
    </form>
    {view.invitations.length > 0 && (
      <ul class="cards">
        {view.invitations.map(({ id, mail, role, until }) => (
          <li key={id} class="card">
            {t.members.invited(mail, role, until)}
            <form method="post" action={view.action(`/einladung/${id}`)} class="inline-form">
              <SubmitButton label={t.members.withdraw} about={mail} rank="tertiary" />
            </form>
          </li>
        ))}
      </ul>
    )}
  </section>
);

const DelegateForm = ({ view, t }: Props) => (
  <form method="post" action={view.action('/abgeben')} noValidate class="stack">
    <Select
      name="delegate-role"
      label={t.members.task}
      choices={view.delegableChoices}
      empty={t.members.choose}
      state={view.fields['delegate-role']}
    />
    <Select
      name="to"
      label={t.members.to}
      choices={view.superiorChoices}
      empty={t.members.choose}
      state={view.fields.to}
    />
    <TextInput name="first" label={t.members.first} type="date" state={view.fields.first} />
    <TextInput
      name="last"
      label={t.members.last}
      type="date"
      hint={t.members.lastHint}
      state={view.fields.last}
    />
    <SubmitButton label={t.members.delegateButton} />
  </form>
);

const Delegations = ({ view, t }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.members.delegate}</h2>
    <p class="kern-body">{t.members.delegateLead}</p>
    {view.delegations.length === 0 && <p class="kern-body">{t.members.noDelegation}</p>}
    <ul class="cards">
      {view.delegations.map((delegation) => (
        <li key={delegation.id} class="card">
          {t.members.delegated(delegation.role, delegation.to, delegation.first, delegation.last)}
          {!delegation.isRunning && ` (${t.members.laterOn})`}
          {view.mayDelegate && (
            <form method="post" action={view.action(`/abgabe/${delegation.id}`)} class="inline-form">
              <SubmitButton label={t.members.endDelegation} about={delegation.to} rank="tertiary" />
            </form>
          )}
        </li>
      ))}
    </ul>
    {view.mayDelegate && <DelegateForm view={view} t={t} />}
  </section>
);

export const MembersPage = ({ view, t }: Props) => (
  <>
    <ErrorSummary
      title={t.correct}
      faults={Object.entries(view.fields).map(([name, { error }]) => [name, error])}
    />
    {view.note && (
      <Alert kind={view.note.kind} title={view.note.title} isUrgent={view.note.kind === 'danger'} />
    )}
    <h1 class="kern-heading-large">{t.members.title}</h1>
    <p class="kern-body">{t.members.lead(view.organisation)}</p>
    <Changes view={view} t={t} />
    <Members view={view} t={t} />
    {view.mayManage && <Invitations view={view} t={t} />}
    <Delegations view={view} t={t} />
  </>
);
