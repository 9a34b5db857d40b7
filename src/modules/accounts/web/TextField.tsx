import { describedBy, Field } from '../../../foundation/ui/Field.tsx';
import type { FieldState } from '../../../foundation/ui/inputs.tsx';

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
