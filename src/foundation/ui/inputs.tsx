import { describedBy, Field } from './Field.tsx';

/** What stands in a field, and what is wrong with it. */
export type FieldState = { value?: string | undefined; error?: string | undefined };

type Labelled = { name: string; label: string; hint?: string | undefined; state?: FieldState };

const described = ({ name, hint, state }: Labelled) => ({
  id: name,
  name,
  'aria-describedby': describedBy(name, { hint: hint !== undefined, error: state?.error !== undefined }),
  'aria-invalid': state?.error !== undefined,
});

/** One line of text; dates and times are typed as people write them. */
export const TextInput = (
  props: Labelled & { type?: 'text' | 'date' | 'email' | 'url'; maxLength?: number },
) => {
  const shared = {
    ...described(props),
    class: 'kern-form-input__input',
    maxLength: props.maxLength ?? 500,
    value: props.state?.value ?? '',
  };
  return (
    <Field name={props.name} label={props.label} hint={props.hint} error={props.state?.error}>
      {props.type === 'date' && <input {...shared} type="date" />}
      {props.type === 'email' && <input {...shared} type="email" autoComplete="off" />}
      {props.type === 'url' && <input {...shared} type="url" />}
      {(props.type ?? 'text') === 'text' && <input {...shared} type="text" />}
    </Field>
  );
};

export const TextArea = (props: Labelled & { rows?: number; maxLength?: number }) => (
  <Field name={props.name} label={props.label} hint={props.hint} error={props.state?.error}>
    <textarea
      {...described(props)}
      class="kern-form-input__input"
      rows={props.rows ?? 5}
      maxLength={props.maxLength ?? 5_000}
    >
      {props.state?.value ?? ''}
    </textarea>
  </Field>
);

export type Choice = { value: string; label: string };

/** One of a closed list; groups where their name is not empty. `empty` is what stands there before a choice. */
export const Select = (
  props: Labelled & { choices: Choice[] | { name: string; choices: Choice[] }[]; empty?: string },
) => {
  const chosen = props.state?.value ?? '';
  const option = ({ value, label }: Choice) => (
    <option key={value} value={value} selected={value === chosen}>
      {label}
    </option>
  );
  return (
    <Field name={props.name} label={props.label} hint={props.hint} error={props.state?.error}>
      <div class="kern-form-input__select-wrapper">
        <select {...described(props)} class="kern-form-input__select">
          {props.empty !== undefined && <option value="">{props.empty}</option>}
          {props.choices.map((one) =>
            'choices' in one ? (
              <optgroup key={one.name} label={one.name}>
                {one.choices.map(option)}
              </optgroup>
            ) : (
              option(one)
            ),
          )}
        </select>
      </div>
    </Field>
  );
};
