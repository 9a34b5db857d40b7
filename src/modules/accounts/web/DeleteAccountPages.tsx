import { Alert } from '../../../foundation/ui/Alert.tsx';
import { SubmitButton } from '../../../foundation/ui/SubmitButton.tsx';
import { paths } from '../contract.ts';
import type { AccountMessages } from './messages.ts';

type Props = {
  label: string;
  /** Why it cannot be done. */ refusal?: string | undefined;
  /** Where one signs in again, where that is what is missing. */ again?: string | undefined;
  action: (path: string) => string;
  t: AccountMessages;
};

const Refusal = ({ refusal, again, t }: Pick<Props, 'refusal' | 'again' | 't'>) =>
  refusal !== undefined && (
    <Alert kind="danger" title={refusal} isUrgent>
      {again && (
        <a class="kern-link" href={again}>
          {t.myData.deletion.again}
        </a>
      )}
    </Alert>
  );

export const DeleteAccountPage = ({ refusal, action, t }: Props) => (
  <div class="prose">
    <Refusal refusal={refusal} t={t} />
    <h1 class="kern-heading-large">{t.myData.deletion.title}</h1>
    <p class="kern-body">{t.myData.deletion.lead}</p>
    <h2 class="kern-heading-small">{t.myData.deletion.goes}</h2>
    <p class="kern-body">{t.myData.deletion.goesList}</p>
    <h2 class="kern-heading-small">{t.myData.deletion.stays}</h2>
    <p class="kern-body">{t.myData.deletion.staysList}</p>
    {refusal === undefined && (
      <form method="get" action={action(paths.confirmDeletion)}>
        <SubmitButton label={t.myData.deletion.next} />
      </form>
    )}
    <p class="kern-body">
      <a class="kern-link" href={action(paths.account)}>
        {t.myData.deletion.keep}
      </a>
    </p>
  </div>
);

export const ConfirmDeletionPage = ({ label, refusal, again, action, t }: Props) => (
  <div class="prose">
    <Refusal refusal={refusal} again={again} t={t} />
    <h1 class="kern-heading-large">{t.myData.deletion.confirmTitle}</h1>
    <p class="kern-body">{t.myData.deletion.confirmLead(label)}</p>
    {refusal === undefined && (
      <form method="post" action={action(paths.confirmDeletion)}>
        <SubmitButton label={t.myData.deletion.button} />
      </form>
    )}
    <p class="kern-body">
      <a class="kern-link" href={action(paths.account)}>
        {t.myData.deletion.keep}
      </a>
    </p>
  </div>
);

export const AccountDeletedPage = ({ t }: Pick<Props, 't'>) => (
  <div class="prose">
    <h1 class="kern-heading-large">{t.myData.deletion.done}</h1>
    <p class="kern-body">{t.myData.deletion.doneLead}</p>
  </div>
);
