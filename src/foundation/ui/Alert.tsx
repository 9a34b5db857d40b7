import type { ComponentChildren } from 'preact';

type Kind = 'info' | 'success' | 'warning' | 'danger';

/** A message that stands out: title in words, shape and colour. `isUrgent` is read out at once. */
export const Alert = (props: {
  kind: Kind;
  title: string;
  isUrgent?: boolean;
  children?: ComponentChildren;
}) => (
  <div class={`kern-alert kern-alert--${props.kind}`} role={props.isUrgent ? 'alert' : undefined}>
    <div class="kern-alert__header">
      <span class={`kern-icon kern-icon--${props.kind}`} aria-hidden="true" />
      <span class="kern-title">{props.title}</span>
    </div>
    {props.children && (
      <div class="kern-alert__body">
        <div class="kern-body">{props.children}</div>
      </div>
    )}
  </div>
);
