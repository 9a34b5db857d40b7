import type { AppMessages } from './messages.ts';

type Letter = { to: string; subject: string; text: string; at: string };

export const MailboxPage = (props: {
  letters: (Letter & { href: string })[];
  isCut: boolean;
  t: AppMessages;
}) => {
  const { letters, isCut, t } = props;
  return (
    <div class="prose">
      <h1 class="kern-heading-large">{t.mailbox.title}</h1>
      <p class="kern-body">{letters.length === 0 ? t.mailbox.none : t.mailbox.lead}</p>
      {isCut && <p class="kern-body">{t.mailbox.limited(String(letters.length))}</p>}
      <ul class="cards">
        {letters.map((letter) => (
          <li key={letter.href} class="card">
            <a class="kern-link" href={letter.href}>
              {letter.subject || t.mailbox.noSubject}
            </a>
            <p class="kern-hint">
              {t.mailbox.to}: {letter.to}, {letter.at}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
};

const LINK = /(https?:\/\/[^\s<>"]+)/;

/** Every second part is an address: `split` keeps what its pattern caught. */
const Line = ({ line }: { line: string }) => (
  <p class="kern-body">
    {line.split(LINK).map((part, at) =>
      at % 2 === 1 ? (
        <a key={part} class="kern-link" href={part} rel="noopener">
          {part}
        </a>
      ) : (
        part
      ),
    )}
  </p>
);

export const LetterPage = ({ letter, t }: { letter: Letter; t: AppMessages }) => (
  <article class="prose">
    <h1 class="kern-heading-large">{letter.subject || t.mailbox.noSubject}</h1>
    <p class="kern-hint">
      {t.mailbox.to}: {letter.to}, {letter.at}
    </p>
    {letter.text
      .split('\n')
      .map((line, at) => ({ line, key: `${at} ${line}` }))
      .filter(({ line }) => line.trim() !== '')
      .map(({ line, key }) => (
        <Line key={key} line={line} />
      ))}
  </article>
);
