import type { ApplicationMessages } from './messages.ts';
import type { FileView, MessageView } from './view.ts';

export const Facts = ({ facts }: { facts: { label: string; value: string }[] }) => (
  <dl class="fact-list">
    {facts.map(({ label, value }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

export const Messages = ({ messages, t }: { messages: MessageView[]; t: ApplicationMessages }) => (
  <section>
    <h2 class="kern-heading-medium">{t.status.messages}</h2>
    {messages.length === 0 && <p class="kern-body">{t.status.noMessages}</p>}
    <ol class="messages">
      {messages.map(({ id, who, kind, at, text }) => (
        <li key={id} class="card">
          <p class="kern-body soft">
            {who}, {kind}, {at}
          </p>
          <p class="kern-body quoted">{text}</p>
        </li>
      ))}
    </ol>
  </section>
);

export const Files = ({ files, t }: { files: FileView[]; t: ApplicationMessages }) => (
  <section>
    <h2 class="kern-heading-medium">{t.status.files}</h2>
    {files.length === 0 && <p class="kern-body">{t.step.none}</p>}
    <ul class="plain-list">
      {files.map(({ id, label, href }) => (
        <li key={id}>
          <a class="kern-link" href={href}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  </section>
);
