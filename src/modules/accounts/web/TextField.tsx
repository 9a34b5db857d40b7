import { describedBy, Field } from '../../../foundation/ui/Field.tsx';
import type { FieldState } from './view.ts';

type Kind =
  | { type: 'email'; autoComplete: 'email' | 'username' }
  | { type: 'password'; autoComplete: 'current-password' | 'new-password' };

/** One line of text with its label; what was typed stays, unless it is a password. */
export const TextField = (props: {
  name: string;
  label: string;
  hint?: string;
  state: FieldState;
  kind: Kind;
}) => {
  const { name, label, hint, state, kind } = props;
  const shared = {
    class: 'kern-form-input__input',
    id: name,
    name,
    maxLength: 500,
    autoComplete: kind.autoComplete,
    'aria-describedby': describedBy(name, { hint: hint !== undefined, error: state.error !== undefined }),
    'aria-invalid': state.error !== undefined,
  };
  return (
    <Field name={name} label={label} hint={hint} error={state.error}>
      {kind.type === 'email' ? (
        <input {...shared} type="email" value={state.value ?? ''} />
      ) : (
        <input {...shared} type="password" />
      )}
    </Field>
  );
};

/** What is wrong, on top, with links to the fields; read out at once. */
export const ErrorSummary = ({
  title,
  faults,
}: {
  title: string;
  faults: [name: string, error: string | undefined][];
}) => {
  const wrong = faults.filter(([, error]) => error !== undefined);
  if (wrong.length === 0) return null;
  return (
    <div class="kern-alert kern-alert--danger" role="alert">
      <div class="kern-alert__header">
        <span class="kern-icon kern-icon--danger" aria-hidden="true" />
        <span class="kern-title">{title}</span>
      </div>
      <ul class="kern-alert__body plain-list">
        {wrong.map(([name, error]) => (
          <li key={name}>
            <a class="kern-link" href={`#${name}`}>
              {error}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};

export const SubmitButton = ({ label, isMain = true }: { label: string; isMain?: boolean }) => (
  <button class={`kern-btn kern-btn--${isMain ? 'primary' : 'secondary'}`} type="submit">
    <span class="kern-label">{label}</span>
  </button>
);
