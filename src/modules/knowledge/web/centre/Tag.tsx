/** A word beside a thing, where there is one: that it is invented. */
export const Tag = ({ text }: { text: string | undefined }) =>
  text === undefined ? null : (
    <ul class="badges">
      <li class="tag">{text}</li>
    </ul>
  );
