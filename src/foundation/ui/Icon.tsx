/** One of KERN's icons; always stands beside a word, therefore hidden from screen readers. */
export const Icon = ({ name }: { name: string }) => (
  <span class={`kern-icon kern-icon--${name} kern-icon--default`} aria-hidden="true" />
);
