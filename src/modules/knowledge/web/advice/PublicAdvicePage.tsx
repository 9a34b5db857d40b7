import type { AdviceMessages } from './messages.ts';

export type PublicQuestionView = {
  id: string;
  title: string;
  about: string;
  question: string;
  state: string;
  entries: { href: string; label: string }[];
};

type Props = { questions: PublicQuestionView[]; desk: string; json: string; t: AdviceMessages };

/** What municipalities ask in public: the question, how many were asked and answered, and what came of it. */
export const PublicAdvicePage = ({ questions, desk, json, t }: Props) => (
  <div class="network">
    <h1 class="kern-heading-large">{t.public.title}</h1>
    <p class="kern-body">{t.public.lead}</p>
    <p class="kern-body">
      {t.public.how}{' '}
      <a class="kern-link" href={desk}>
        {t.public.toDesk}
      </a>
    </p>
    {questions.length === 0 && <p class="kern-body">{t.public.none}</p>}
    <ul class="offers">
      {questions.map((one) => (
        <li key={one.id} class="offer" id={one.id}>
          <h2 class="offer__name">{one.title}</h2>
          <p class="offer__facts">{one.about}</p>
          <p class="kern-body lines">{one.question}</p>
          <p class="offer__facts">{one.state}</p>
          {one.entries.map(({ href, label }) => (
            <p key={href} class="kern-body">
              <a class="kern-link" href={href}>
                {label}
              </a>
            </p>
          ))}
        </li>
      ))}
    </ul>
    <p class="kern-body">
      <a class="kern-link" href={json}>
        {t.public.json}
      </a>
    </p>
  </div>
);
