type Rank = 'primary' | 'secondary' | 'tertiary';

/** Sends its form; `name` and `value` tell which of several buttons it was. */
export const SubmitButton = (props: {
  label: string;
  rank?: Rank;
  name?: string;
  value?: string;
  /** What the label leaves out for the eye: on which of many things it acts. */ about?: string;
}) => (
  <button
    class={`kern-btn kern-btn--${props.rank ?? 'primary'}`}
    type="submit"
    name={props.name}
    value={props.value}
  >
    <span class="kern-label">
      {props.label}
      {props.about !== undefined && <span class="kern-sr-only"> {props.about}</span>}
    </span>
  </button>
);
