/** A round common seen from above, three paths meeting in it. One colour, readable at 16 px. */
export const Mark = ({ size = 32 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <circle cx="16" cy="16" r="13" fill="none" stroke="currentColor" stroke-width="3" />
    <path d="M16 16 V4 M16 16 L5.6 22 M16 16 L26.4 22" stroke="currentColor" stroke-width="3" fill="none" />
    <circle cx="16" cy="16" r="4" fill="currentColor" />
  </svg>
);
