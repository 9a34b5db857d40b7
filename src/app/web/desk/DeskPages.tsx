import type { DeskMessages } from './messages.ts';

export type Waiting = { text: string; due?: string | undefined; href: string };

/** The public start of the desk: what it is for, and where one works. */
export const DeskEntrance = (props: {
  isSignedIn: boolean;
  organisations: { name: string; through?: string | undefined; href: string }[];
  signIn: string;
  rights: string;
  network: string;
  /** Invented people who can be tried out; none outside a demonstration. */ demonstration: string[];
  t: DeskMessages;
}) => {
  const { isSignedIn, organisations, signIn, rights, network, demonstration, t } = props;
  return (
    <div class="prose">
      <h1 class="kern-heading-large">{t.title}</h1>
      <p class="kern-body">{t.lead}</p>
      {isSignedIn ? (
        <section>
          <h2 class="kern-heading-medium">{t.yours}</h2>
          {organisations.length === 0 && <p class="kern-body">{t.none}</p>}
          <ul class="plain-list">
            {organisations.map(({ name, through, href }) => (
              <li key={href}>
                <a class="kern-link" href={href}>
                  {name}
                  {through !== undefined && ` (${through})`}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <>
          <p class="kern-body">{t.signInLead}</p>
          <p>
            <a class="kern-btn kern-btn--primary" href={signIn}>
              <span class="kern-label">{t.signIn}</span>
            </a>
          </p>
        </>
      )}
      {demonstration.length > 0 && (
        <section>
          <h2 class="kern-heading-medium">{t.demonstration}</h2>
          <p class="kern-body">{t.demonstrationText}</p>
          <ul>
            {demonstration.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p class="kern-body">
            <a class="kern-link" href="/postfach">
              {t.mailbox}
            </a>
          </p>
        </section>
      )}
      <h2 class="kern-heading-medium">{t.network}</h2>
      <p class="kern-body">{t.networkText}</p>
      <p class="kern-body">
        <a class="kern-link" href={network}>
          {t.toNetwork}
        </a>
      </p>
      <h2 class="kern-heading-medium">{t.how}</h2>
      <p class="kern-body">{t.howText}</p>
      <p class="kern-body">{t.how2}</p>
      <p class="kern-body">
        <a class="kern-link" href={rights}>
          {t.rights}
        </a>
      </p>
    </div>
  );
};

/** What waits, the most urgent first. */
export const TodayPage = (props: {
  name: string;
  waiting: Waiting[];
  actions: { label: string; href: string }[];
  t: DeskMessages;
}) => {
  const { waiting, actions, t } = props;
  return (
    <>
      <h1 class="kern-heading-large">{t.waiting.title}</h1>
      {waiting.length === 0 && <p class="kern-body">{t.waiting.nothing}</p>}
      <ul class="plain-list waiting">
        {waiting.map(({ text, due, href }) => (
          <li key={href + text}>
            <a class="kern-link" href={href}>
              <span>{text}</span>
              {due !== undefined && <span class="soft">{due}</span>}
            </a>
          </li>
        ))}
      </ul>
      {actions.length > 0 && (
        <p class="inline-form">
          {actions.map(({ label, href }) => (
            <a key={href} class="kern-btn kern-btn--secondary" href={href}>
              <span class="kern-label">{label}</span>
            </a>
          ))}
        </p>
      )}
    </>
  );
};
