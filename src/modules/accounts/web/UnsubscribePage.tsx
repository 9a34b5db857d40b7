import { Alert } from '../../../foundation/ui/Alert.tsx';
import { SubmitButton } from '../../../foundation/ui/SubmitButton.tsx';
import type { NoticeTopic } from '../contract.ts';
import type { AccountMessages } from './messages.ts';

type Props = {
  code: string;
  topics: readonly NoticeTopic[];
  isDone: boolean;
  action: string;
  t: AccountMessages;
};

/** Programs that look into mails open every link: only the button ends anything. */
export const UnsubscribePage = ({ code, topics, isDone, action, t }: Props) => {
  const names = topics.map((topic) => t.notices.topics[topic]).join(', ');
  const text = t.notices.unsubscribe;
  if (topics.length === 0)
    return (
      <div class="prose">
        <Alert kind="danger" title={t.notices.refusals['unsubscribe-link-unknown']} isUrgent />
        <h1 class="kern-heading-large">{text.title}</h1>
      </div>
    );
  if (isDone)
    return (
      <div class="prose">
        <h1 class="kern-heading-large">{text.done}</h1>
        <p class="kern-body">{text.doneLead(names)}</p>
        <p class="kern-body">{text.back}</p>
      </div>
    );
  return (
    <div class="prose">
      <h1 class="kern-heading-large">{text.title}</h1>
      <p class="kern-body">{text.lead(names)}</p>
      <p class="kern-body">{text.stays}</p>
      <form method="post" action={action}>
        <input type="hidden" name="code" value={code} />
        <SubmitButton label={text.button} />
      </form>
    </div>
  );
};
