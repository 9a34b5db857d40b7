import { Alert } from '../../../foundation/ui/Alert.tsx';
import { ErrorSummary } from '../../../foundation/ui/ErrorSummary.tsx';
import { SubmitButton } from '../../../foundation/ui/SubmitButton.tsx';
import { paths } from '../contract.ts';
import type { AccountMessages } from './messages.ts';
import { TextField } from './TextField.tsx';
import type { SignInView } from './view.ts';

type Props = { view: SignInView; t: AccountMessages };

const ReturnPath = ({ view }: Pick<Props, 'view'>) => (
  <>
    <input type="hidden" name="zurueck" value={view.returnPath} />
    {view.stepUp && <input type="hidden" name="stufe" value={view.stepUp.needs} />}
  </>
);

const ProviderForm = ({ view, name, t }: Props & { name: string }) => (
  <section>
    <h2 class="kern-heading-medium">{t.provider.heading(name)}</h2>
    <p class="kern-body">{t.provider.lead}</p>
    <form method="post" action={view.action(paths.provider)}>
      <ReturnPath view={view} />
      <SubmitButton label={t.provider.button(name)} />
    </form>
  </section>
);

const PasswordForm = ({ view, t }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.password.heading}</h2>
    <form class="stack" method="post" action={view.action(paths.signIn)} noValidate>
      <ReturnPath view={view} />
      <TextField
        name="mail"
        label={t.password.mail}
        state={view.mail}
        kind={{ type: 'email', autoComplete: 'username' }}
      />
      <TextField
        name="password"
        label={t.password.password}
        state={view.password}
        kind={{ type: 'password', autoComplete: 'current-password' }}
      />
      <SubmitButton label={t.password.button} />
    </form>
  </section>
);

const LinkForm = ({ view, t }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.link.heading}</h2>
    <p class="kern-body">{t.link.lead}</p>
    <form class="stack" method="post" action={view.action(paths.mailLink)} noValidate>
      <ReturnPath view={view} />
      <TextField
        name="link-mail"
        label={t.link.mail}
        state={view.linkMail}
        kind={{ type: 'email', autoComplete: 'email' }}
      />
      <SubmitButton label={t.link.button} rank="secondary" />
    </form>
  </section>
);

const StepUp = ({ view, stepUp, t }: Props & { stepUp: NonNullable<SignInView['stepUp']> }) => (
  <>
    <p class="kern-body">{t.stepUp.lead(t.levels[stepUp.needs])}</p>
    {stepUp.present && <p class="kern-body">{t.stepUp.present(t.levels[stepUp.present])}</p>}
    {stepUp.canReach && view.providerName ? (
      <ProviderForm view={view} name={view.providerName} t={t} />
    ) : (
      <Alert kind="warning" title={t.stepUp.none}>
        {t.stepUp.noneText}
      </Alert>
    )}
  </>
);

const Ways = ({ view, t }: Props) => (
  <>
    <p class="kern-body">{t.signInLead}</p>
    {view.providerName && <ProviderForm view={view} name={view.providerName} t={t} />}
    <PasswordForm view={view} t={t} />
    <LinkForm view={view} t={t} />
    <p class="kern-body">{t.sessionRule}</p>
    <p class="kern-body">{t.cookies}</p>
  </>
);

/** Shown where a form was sent that asks for more trust than the sign-in has. */
export const StepUpNeededPage = ({ level, href, t }: { level: string; href: string; t: AccountMessages }) => (
  <div class="prose">
    <h1 class="kern-heading-large">{t.stepUp.title}</h1>
    <p class="kern-body">{t.stepUp.lead(level)}</p>
    <p class="kern-body">{t.stepUp.notSent}</p>
    <p class="kern-body">
      <a class="kern-link" href={href}>
        {t.stepUp.link}
      </a>
    </p>
  </div>
);

export const SignInPage = ({ view, t }: Props) => (
  <div class="prose">
    <ErrorSummary
      title={t.correct}
      faults={[
        ['mail', view.mail.error],
        ['password', view.password.error],
        ['link-mail', view.linkMail.error],
      ]}
    />
    {view.note && (
      <Alert kind={view.note.kind} title={view.note.title} isUrgent={view.note.kind === 'danger'} />
    )}
    <h1 class="kern-heading-large">{view.stepUp ? t.stepUp.title : t.signInTitle}</h1>
    {view.isSafe ? (
      view.stepUp ? (
        <StepUp view={view} stepUp={view.stepUp} t={t} />
      ) : (
        <Ways view={view} t={t} />
      )
    ) : (
      <Alert kind="warning" title={t.unsafe.title}>
        {t.unsafe.text}
      </Alert>
    )}
  </div>
);

export const LinkSentPage = ({
  staysHere,
  mailbox,
  t,
}: {
  staysHere: boolean;
  mailbox: string | undefined;
  t: AccountMessages;
}) => (
  <div class="prose">
    <h1 class="kern-heading-large">{t.link.sentTitle}</h1>
    <p class="kern-body">{t.link.sent}</p>
    {staysHere && mailbox === undefined && <Alert kind="info" title={t.link.staysHere} />}
    {mailbox !== undefined && (
      <Alert kind="info" title={t.link.inMailbox}>
        <a class="kern-link" href={mailbox}>
          {t.link.toMailbox}
        </a>
      </Alert>
    )}
  </div>
);

export const RedeemPage = ({
  code,
  returnPath,
  action,
  t,
}: {
  code: string;
  returnPath: string;
  action: string;
  t: AccountMessages;
}) => (
  <div class="prose">
    <h1 class="kern-heading-large">{t.link.redeemTitle}</h1>
    <p class="kern-body">{t.link.redeemLead}</p>
    <form method="post" action={action}>
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="zurueck" value={returnPath} />
      <SubmitButton label={t.link.redeemButton} />
    </form>
    <p class="kern-body">{t.cookies}</p>
  </div>
);
