import type { ComponentChildren } from 'preact';

/** Ids of hint and error belong to the field's name, so that no two fields of a page share one. */
const fieldIds = (name: string) => ({ hint: `${name}-hint`, error: `${name}-error` });

/** A labelled field. `children` is the control; it takes its id from `name` and describes itself by `describedBy`. */
export const Field = (props: {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  children: ComponentChildren;
}) => {
  const ids = fieldIds(props.name);
  return (
    <div class={`kern-form-input${props.error ? ' kern-form-input--error' : ''}`}>
      <label class="kern-label" for={props.name}>
        {props.label}
      </label>
      {props.hint && (
        <div class="kern-hint" id={ids.hint}>
          {props.hint}
        </div>
      )}
      {props.children}
      {props.error && (
        <p class="kern-error" id={ids.error}>
          <span class="kern-icon kern-icon--danger" aria-hidden="true" />
          <span class="kern-body">{props.error}</span>
        </p>
      )}
    </div>
  );
};

/** `aria-describedby` of a control whose field has a hint, an error, or both. */
export const describedBy = (name: string, has: { hint?: boolean; error?: boolean }): string | undefined => {
  const ids = fieldIds(name);
  return [has.hint && ids.hint, has.error && ids.error].filter(Boolean).join(' ') || undefined;
};
