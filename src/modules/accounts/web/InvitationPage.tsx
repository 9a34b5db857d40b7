import { SubmitButton } from '../../../foundation/ui/SubmitButton.tsx';
import type { AccountMessages } from './messages.ts';
import type { InvitationView } from './organisation-view.ts';

type Props = { view: InvitationView; t: AccountMessages };

export const InvitationPage = ({ view, t }: Props) => (
  <div class="prose">
    <h1 class="kern-heading-large">{t.invitation.title(view.organisation)}</h1>
    <p class="kern-body">{t.invitation.lead(view.role, view.organisation, view.until)}</p>
    <form method="post" action={view.action}>
      <input type="hidden" name="code" value={view.code} />
      <SubmitButton
        label={
          view.label === undefined ? t.invitation.acceptNew(view.mail) : t.invitation.acceptAs(view.label)
        }
      />
    </form>
    {view.label === undefined && (
      <p class="kern-body">
        {t.invitation.orSignIn}{' '}
        <a class="kern-link" href={view.signIn}>
          {t.invitation.signIn}
        </a>
      </p>
    )}
    <p class="kern-body">{t.cookies}</p>
  </div>
);

export const InvitationGonePage = ({ t }: Pick<Props, 't'>) => (
  <div class="prose">
    <h1 class="kern-heading-large">{t.invitation.goneTitle}</h1>
    <p class="kern-body">{t.invitation.gone}</p>
  </div>
);

export const InvitationWaitsPage = ({ organisation, t }: { organisation: string } & Pick<Props, 't'>) => (
  <div class="prose">
    <h1 class="kern-heading-large">{t.invitation.waitsTitle}</h1>
    <p class="kern-body">{t.invitation.waits(organisation)}</p>
  </div>
);
