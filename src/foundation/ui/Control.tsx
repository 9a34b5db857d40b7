import { describedBy, Field } from './Field.tsx';

/** A field as a page shows it, whatever it asks. */
export type FieldView = {
  name: string;
  control: 'line' | 'area' | 'radios' | 'select' | 'tick';
  label: string;
  hint?: string | undefined;
  value: string;
  error?: string | undefined;
  choices?: { value: string; label: string }[];
  /** What stands in a list before a choice. */ empty?: string | undefined;
  autocomplete?: string | undefined;
  inputMode?: 'numeric' | 'decimal' | 'email' | 'tel' | undefined;
  /** A day, for which a browser brings its calendar. */ isDay?: boolean;
};

const described = ({ name, hint, error }: FieldView) => ({
  id: name,
  name,
  'aria-describedby': describedBy(name, { hint: hint !== undefined, error: error !== undefined }),
  'aria-invalid': error !== undefined,
});

/** What is wrong with a field, beside it. */
export const FieldError = ({ name, error }: { name: string; error?: string | undefined }) =>
  error === undefined ? null : (
    <p class="kern-error" id={`${name}-error`}>
      <span class="kern-icon kern-icon--danger" aria-hidden="true" />
      <span class="kern-body">{error}</span>
    </p>
  );

/** The first answer carries the name itself as its id, so that the list of faults leads there. */
const Radios = ({ field }: { field: FieldView }) => (
  <fieldset
    class={`kern-fieldset choice-group${field.error ? ' kern-fieldset--error' : ''}`}
    aria-describedby={describedBy(field.name, {
      hint: field.hint !== undefined,
      error: field.error !== undefined,
    })}
  >
    <legend class="kern-label">{field.label}</legend>
    {field.hint !== undefined && (
      <div class="kern-hint" id={`${field.name}-hint`}>
        {field.hint}
      </div>
    )}
    {field.choices?.map(({ value, label }, at) => {
      const id = at === 0 ? field.name : `${field.name}-${at}`;
      return (
        <div class="kern-form-check" key={value}>
          <input
            class="kern-form-check__radio"
            type="radio"
            id={id}
            name={field.name}
            value={value}
            checked={field.value === value}
          />
          <label class="kern-label" for={id}>
            {label}
          </label>
        </div>
      );
    })}
    <FieldError name={field.name} error={field.error} />
  </fieldset>
);

const Tick = ({ field }: { field: FieldView }) => (
  <div class="choice-group">
    <div class="kern-form-check">
      <input
        {...described(field)}
        class="kern-form-check__checkbox"
        type="checkbox"
        value="ja"
        checked={field.value === 'ja'}
      />
      <label class="kern-label" for={field.name}>
        {field.label}
      </label>
    </div>
    {field.hint !== undefined && (
      <div class="kern-hint" id={`${field.name}-hint`}>
        {field.hint}
      </div>
    )}
    <FieldError name={field.name} error={field.error} />
  </div>
);

const Typed = ({ field, choose }: { field: FieldView; choose: string }) => (
  <Field name={field.name} label={field.label} hint={field.hint} error={field.error}>
    {field.control === 'line' && field.isDay && (
      <input {...described(field)} class="kern-form-input__input" type="date" value={field.value} />
    )}
    {field.control === 'line' && !field.isDay && (
      <input
        {...described(field)}
        class="kern-form-input__input"
        type="text"
        value={field.value}
        maxLength={2000}
        inputMode={field.inputMode}
        autoComplete={field.autocomplete ?? 'off'}
      />
    )}
    {field.control === 'area' && (
      <textarea {...described(field)} class="kern-form-input__input" rows={5} maxLength={20_000}>
        {field.value}
      </textarea>
    )}
    {field.control === 'select' && (
      <div class="kern-form-input__select-wrapper">
        <select {...described(field)} class="kern-form-input__select">
          <option value="">{field.empty ?? choose}</option>
          {field.choices?.map(({ value, label }) => (
            <option key={value} value={value} selected={value === field.value}>
              {label}
            </option>
          ))}
        </select>
      </div>
    )}
  </Field>
);

export const Control = ({ field, choose }: { field: FieldView; choose: string }) => {
  if (field.control === 'radios') return <Radios field={field} />;
  return field.control === 'tick' ? <Tick field={field} /> : <Typed field={field} choose={choose} />;
};
