import { DataTable, type Row } from '../../../foundation/ui/DataTable.tsx';
import { FactList } from '../../../foundation/ui/FactList.tsx';
import { type NotedLink, NotedLinks } from '../../../foundation/ui/NotedLinks.tsx';
import type { SprintMessages } from './messages.ts';

export const SprintsPage = ({ rows, t }: { rows: Row[]; t: SprintMessages }) => (
  <div class="network">
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.publicLead}</p>
    <DataTable
      caption={t.title}
      columns={[
        { label: t.columns.title },
        { label: t.columns.town },
        { label: t.columns.quarter },
        { label: t.columns.state },
      ]}
      rows={rows}
      none={t.none}
    />
  </div>
);

export type PhaseView = {
  name: string;
  range: string;
  isHere: boolean;
  meeting: string;
  result: string;
  sheet: string;
};
export type IdeaView = {
  id: string;
  text: string;
  note: string;
  picture: string | undefined;
  talk?: { href: string; label: string } | undefined;
};
export type RoundView = {
  id: string;
  title: string;
  ballots: string;
  /** Instead of numbers. */ word: string | undefined;
  rows: Row[];
};
export type SprintView = {
  title: string;
  badges: string[];
  question: string;
  role: string;
  phases: PhaseView[];
  calendar: string;
  backlog: NotedLink[];
  ideas: IdeaView[];
  rounds: RoundView[];
  decision: { on: string; parts: [head: string, text: string][] } | undefined;
  outputs: { id: string; title: string; note: string; href: string | undefined }[];
  other: { phone: string; address: string; paper: string };
};

const Phases = ({ phases, t }: { phases: PhaseView[]; t: SprintMessages }) => (
  <ol class="plain-list services__list">
    {phases.map(({ name, range, isHere, meeting, result, sheet }) => (
      <li key={name} aria-current={isHere ? 'step' : undefined}>
        <strong>{isHere ? t.room.task(name) : name}</strong>
        <span class="services__note">{range}</span>
        {meeting !== '' && <div class="kern-body">{`${t.about.meeting} ${meeting}`}</div>}
        {result !== '' && <div class="lines">{`${t.about.result} ${result}`}</div>}
        <a class="kern-link" href={sheet}>
          {t.about.sheet(name)}
        </a>
      </li>
    ))}
  </ol>
);

/** Ideas and photos; where there is a room, with a way to talk about each. */
export const Ideas = ({ ideas, t }: { ideas: IdeaView[]; t: SprintMessages }) =>
  ideas.length === 0 ? (
    <p class="kern-body">{t.about.noIdeas}</p>
  ) : (
    <ol class="plain-list services__list">
      {ideas.map(({ id, text, note, picture, talk }) => (
        <li key={id} id={`idee-${id}`}>
          <div class="lines">{text}</div>
          {picture !== undefined && (
            <img class="photo" src={picture} alt={t.room.photo(text)} loading="lazy" />
          )}
          <span class="services__note">{note}</span>
          {talk && (
            <a class="kern-link" href={talk.href} aria-label={`${talk.label}: ${text.slice(0, 60)}`}>
              {talk.label}
            </a>
          )}
        </li>
      ))}
    </ol>
  );

export const Rounds = ({ rounds, t }: { rounds: RoundView[]; t: SprintMessages }) => (
  <>
    {rounds.map(({ id, title, ballots, word, rows }) => (
      <section key={id} class="effect-section">
        <h3 class="kern-heading-small">{title}</h3>
        <p class="kern-body">{ballots}</p>
        {word !== undefined && <p class="kern-body">{word}</p>}
        {rows.length > 0 && (
          <DataTable
            caption={title}
            columns={[{ label: t.votes.idea }, { label: t.votes.count, isNumber: true }]}
            rows={rows}
          />
        )}
      </section>
    ))}
  </>
);

const Decision = ({ view, t }: { view: SprintView; t: SprintMessages }) => (
  <section class="effect-section">
    <h2 class="kern-heading-medium">{t.about.decision}</h2>
    {view.decision ? (
      <>
        <p class="kern-body soft">{view.decision.on}</p>
        {view.decision.parts.map(([head, text]) => (
          <div key={head}>
            <h3 class="kern-heading-small">{head}</h3>
            <div class="lines">{text}</div>
          </div>
        ))}
      </>
    ) : (
      <p class="kern-body">{t.about.noDecision}</p>
    )}
    {view.outputs.length > 0 && (
      <>
        <h3 class="kern-heading-small">{t.about.outputs}</h3>
        <ul class="plain-list services__list">
          {view.outputs.map(({ id, title, note, href }) => (
            <li key={id}>
              {href === undefined ? (
                <strong>{title}</strong>
              ) : (
                <a class="kern-link" href={href}>
                  {title}
                </a>
              )}
              <span class="services__note">{note}</span>
            </li>
          ))}
        </ul>
      </>
    )}
  </section>
);

export const OtherWays = ({ other, t }: { other: SprintView['other']; t: SprintMessages }) => (
  <section class="effect-section">
    <h2 class="kern-heading-medium">{t.about.other}</h2>
    <p class="kern-body">{t.about.otherLead}</p>
    <p class="kern-body">{`${t.about.phone}: ${other.phone}`}</p>
    <p class="kern-body lines">{`${t.about.address}: ${other.address}`}</p>
    <p class="kern-body">
      <a class="kern-link" href={other.paper}>
        {t.about.paper}
      </a>
    </p>
  </section>
);

/** A sprint as everybody reads it. */
export const SprintPage = ({ view, t }: { view: SprintView; t: SprintMessages }) => (
  <div class="network">
    <h1 class="kern-heading-large">{view.title}</h1>
    <ul class="badges" aria-label={t.columns.state}>
      {view.badges.map((badge) => (
        <li key={badge} class="tag">
          {badge}
        </li>
      ))}
    </ul>
    <section class="effect-section">
      <h2 class="kern-heading-medium">{t.about.question}</h2>
      <p class="kern-body lines">{view.question}</p>
      <p class="kern-body">{`${t.about.role}: ${view.role}`}</p>
    </section>
    <Decision view={view} t={t} />
    <section class="effect-section">
      <h2 class="kern-heading-medium">{t.about.phases}</h2>
      <Phases phases={view.phases} t={t} />
      <p class="kern-body">
        <a class="kern-link" href={view.calendar}>
          {t.about.calendar}
        </a>
      </p>
    </section>
    <section class="effect-section">
      <h2 class="kern-heading-medium">{t.about.backlog}</h2>
      <Backlog items={view.backlog} t={t} />
    </section>
    <section class="effect-section">
      <h2 class="kern-heading-medium">{t.about.ideas}</h2>
      <Ideas ideas={view.ideas} t={t} />
    </section>
    {view.rounds.length > 0 && (
      <section class="effect-section">
        <h2 class="kern-heading-medium">{t.about.votes}</h2>
        <Rounds rounds={view.rounds} t={t} />
      </section>
    )}
    <OtherWays other={view.other} t={t} />
    <p class="kern-body soft">{t.about.retention}</p>
  </div>
);

/** What nobody but the desk can open stands there without a link. */
const Backlog = ({ items, t }: { items: NotedLink[]; t: SprintMessages }) => {
  const closed = items.filter(({ href }) => href === '');
  return (
    <>
      <NotedLinks
        links={items.filter(({ href }) => href !== '')}
        {...(closed.length === 0 && { none: t.about.noBacklog })}
      />
      {closed.length > 0 && (
        <ul class="plain-list services__list">
          {closed.map(({ title, note }) => (
            <li key={title}>
              <strong>{title}</strong>
              <span class="services__note">{note}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

export type SheetView = {
  title: string;
  goal: string;
  facts: [label: string, value: string][];
  steps: readonly string[];
  pdf: string;
};

/** What to do in one phase, on one sheet. */
export const SheetPage = ({ view, t }: { view: SheetView; t: SprintMessages }) => (
  <div class="prose">
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">{view.goal}</p>
    <FactList facts={view.facts.map(([label, value]) => ({ label, value }))} />
    <h2 class="kern-heading-medium">{t.sheet.steps}</h2>
    <ol class="kern-body bullets">
      {view.steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
    <p class="kern-body">
      <a class="kern-link" href={view.pdf}>
        {t.sheet.pdf}
      </a>
    </p>
  </div>
);
