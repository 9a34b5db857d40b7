import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { TextInput } from '../../../../foundation/ui/inputs.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { ReviewMessages } from './review.messages.ts';

type Props = {
  parts: string;
  sentence: string;
  action: string;
  error: string | undefined;
  t: ReviewMessages;
};

/** What the centre asks of this entry, and the way to say that it cannot be done. */
export const RequestNote = ({ parts, sentence, action, error, t }: Props) => (
  <>
    <Alert kind="info" title={t.draft.title(parts)}>
      <p>{sentence}</p>
      <p>{t.draft.how}</p>
    </Alert>
    <form method="post" action={action} class="stack">
      <TextInput name="grund" label={t.draft.reason} maxLength={500} state={{ error }} />
      <SubmitButton label={t.draft.decline} rank="secondary" />
    </form>
  </>
);
