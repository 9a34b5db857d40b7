/** What is wrong, on top, with links to the fields; read out at once. A fault without error is left out. */
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
      <div class="kern-alert__body">
        <ul class="plain-list">
          {wrong.map(([name, error]) => (
            <li key={name}>
              <a class="kern-link" href={`#${name}`}>
                {error}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
};
