import { Alert } from '../../../foundation/ui/Alert.tsx';
import { ErrorSummary } from '../../../foundation/ui/ErrorSummary.tsx';
import { SubmitButton } from '../../../foundation/ui/SubmitButton.tsx';
import { paths } from '../contract.ts';
import type { AccountMessages } from './messages.ts';
import { TextField } from './TextField.tsx';
import type { AccountView } from './view.ts';

type Props = { view: AccountView; t: AccountMessages };

const Sessions = ({ view, t }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.account.sessions}</h2>
    <ul class="plain-list">
      {view.sessions.map((session) => (
        <li key={session.started + session.seen + session.name}>
          <strong>{session.name || t.account.unknownDevice}</strong>
          {session.isThis && ` (${t.account.here})`}: {t.account.started} {session.started}, {t.account.seen}{' '}
          {session.seen}
        </li>
      ))}
    </ul>
    <form method="post" action={view.action(paths.everywhere)}>
      <p class="kern-body">{t.account.everywhereLead}</p>
      <SubmitButton label={t.account.everywhere} rank="secondary" />
    </form>
  </section>
);

const PasswordForm = ({ view, t }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.change.heading}</h2>
    <form class="stack" method="post" action={view.action(paths.password)} noValidate>
      {view.needsCurrent && (
        <TextField
          name="current"
          label={t.change.current}
          state={view.current}
          kind={{ type: 'password', autoComplete: 'current-password' }}
        />
      )}
      <TextField
        name="next"
        label={t.change.next}
        hint={t.change.hint}
        state={view.next}
        kind={{ type: 'password', autoComplete: 'new-password' }}
      />
      <SubmitButton label={t.change.button} />
    </form>
  </section>
);

export const AccountPage = ({ view, t }: Props) => (
  <div class="prose">
    <ErrorSummary
      title={t.correct}
      faults={[
        ['current', view.current.error],
        ['next', view.next.error],
      ]}
    />
    {view.note && <Alert kind={view.note.kind} title={view.note.title} />}
    <h1 class="kern-heading-large">{t.account.title}</h1>
    <p class="kern-body">{t.account.lead(view.label)}</p>
    <p class="kern-body">
      {t.account.level}: {view.level}. {t.account.ends}: {view.ends}. {t.sessionRule}
    </p>
    {view.hasKeptForms && (
      <Alert kind="info" title={t.keptForms.title}>
        <a class="kern-link" href={view.action(paths.keptForms)}>
          {t.keptForms.show}
        </a>
      </Alert>
    )}
    <ul class="plain-list">
      <li>
        <a class="kern-link" href={view.action(paths.notices)}>
          {view.unreadNotices > 0 ? t.notices.titleWithNew(String(view.unreadNotices)) : t.notices.title}
        </a>
      </li>
      <li>
        <a class="kern-link" href={view.action(paths.myData)}>
          {t.myData.title}
        </a>
      </li>
      {view.furtherPages.map(({ label, path }) => (
        <li key={path}>
          <a class="kern-link" href={view.action(path)}>
            {label}
          </a>
        </li>
      ))}
    </ul>
    <form method="post" action={view.action(paths.signOut)}>
      <SubmitButton label={t.account.signOut} />
    </form>
    <Sessions view={view} t={t} />
    {view.hasLocalAccount && <PasswordForm view={view} t={t} />}
  </div>
);
