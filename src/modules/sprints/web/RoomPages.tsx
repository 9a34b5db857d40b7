import { Alert } from '../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../foundation/ui/ErrorSummary.tsx';
import { Field } from '../../../foundation/ui/Field.tsx';
import { FieldForm } from '../../../foundation/ui/FieldForm.tsx';
import { SubmitButton } from '../../../foundation/ui/SubmitButton.tsx';
import type { SprintMessages } from './messages.ts';
import { Ideas, type IdeaView, OtherWays, Rounds, type RoundView, type SprintView } from './PublicPages.tsx';

type Told = { refusal: string | undefined; done: string | undefined };

const Says = ({ refusal, done }: Told) => (
  <>
    {refusal !== undefined && <Alert kind="warning" title={refusal} isUrgent />}
    {done !== undefined && <Alert kind="success" title={done} isUrgent />}
  </>
);

export type JoinView = {
  title: string;
  question: string;
  lead: string;
  own: string;
  action: string;
  fields: FieldView[];
  refusal: string | undefined;
  other: SprintView['other'];
};

/** The door of a room: a name of one's choice, and the rules. */
export const JoinPage = ({ view, t }: { view: JoinView; t: SprintMessages }) => (
  <div class="network">
    <ErrorSummary title={t.desk.correct} faults={view.fields.map(({ name, error }) => [name, error])} />
    <Says refusal={view.refusal} done={undefined} />
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body lines">{view.question}</p>
    <p class="kern-body">{view.lead}</p>
    <h2 class="kern-heading-medium">{t.join.conduct}</h2>
    <ul class="kern-body bullets">
      {t.join.conductLines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
    {view.own !== '' && <p class="kern-body lines">{view.own}</p>}
    <p class="kern-body soft">{`${t.join.cookie} ${t.about.retention}`}</p>
    <form method="post" action={view.action} noValidate class="stack">
      {view.fields.map((field) => (
        <Control key={field.name} field={field} choose="" />
      ))}
      <SubmitButton label={t.join.button} />
    </form>
    <OtherWays other={view.other} t={t} />
  </div>
);

export const GonePage = ({ t }: { t: SprintMessages }) => (
  <div class="network">
    <h1 class="kern-heading-large">{t.join.gone}</h1>
    <p class="kern-body">{t.join.goneLead}</p>
  </div>
);

/** A photo and a word about it. */
export const PictureForm = ({
  action,
  fields,
  label,
  t,
}: {
  action: string;
  fields: FieldView[];
  label: string;
  t: SprintMessages;
}) => (
  <form method="post" action={action} enctype="multipart/form-data" noValidate class="stack">
    {fields.map((field) => (
      <Control key={field.name} field={field} choose="" />
    ))}
    <Field name="foto" label={t.room.picture} hint={t.room.pictureHint}>
      <input
        class="kern-form-input__input"
        type="file"
        id="foto"
        name="foto"
        accept="image/jpeg,image/png"
        aria-describedby="foto-hint"
      />
    </Field>
    <SubmitButton label={label} rank="secondary" />
  </form>
);

export type BallotView = { action: string; lead: string; fields: FieldView[] } | { word: string };

const Ballot = ({ ballot, t }: { ballot: BallotView; t: SprintMessages }) =>
  'word' in ballot ? (
    <p class="kern-body">{ballot.word}</p>
  ) : (
    <>
      <p class="kern-body">{ballot.lead}</p>
      <p class="kern-body soft">{t.votes.secret}</p>
      <FieldForm action={ballot.action} fields={ballot.fields} label={t.votes.cast} />
    </>
  );

export type RoomView = Told & {
  title: string;
  question: string;
  you: string;
  task: { label: string; href: string };
  here: string;
  live: string;
  isOpen: boolean;
  idea: { action: string; fields: FieldView[] };
  picture: { action: string; fields: FieldView[] };
  ballot: BallotView | undefined;
  ideas: IdeaView[];
  rounds: RoundView[];
  leave: string;
  about: string;
};

/** The room itself. The list of ideas is the only part that a script renews. */
export const RoomPage = ({ view, t }: { view: RoomView; t: SprintMessages }) => (
  <div class="network">
    <ErrorSummary
      title={t.desk.correct}
      faults={[...view.idea.fields, ...view.picture.fields].map(({ name, error }) => [name, error])}
    />
    <Says refusal={view.refusal} done={view.done} />
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body lines">{view.question}</p>
    <p class="kern-body">{view.you}</p>
    <ul class="links-inline">
      <li>
        <a class="kern-link" href={view.task.href}>
          {view.task.label}
        </a>
      </li>
      <li>
        <a class="kern-link" href={view.about}>
          {t.desk.publicPage}
        </a>
      </li>
    </ul>
    {view.ballot && (
      <section class="effect-section">
        <h2 class="kern-heading-medium">{t.about.votes}</h2>
        <Ballot ballot={view.ballot} t={t} />
      </section>
    )}
    {view.isOpen && (
      <section class="effect-section">
        <h2 class="kern-heading-medium">{t.room.write}</h2>
        <FieldForm action={view.idea.action} fields={view.idea.fields} label={t.room.send} />
        <details class="kern-body">
          <summary>{t.room.picture}</summary>
          <PictureForm
            action={view.picture.action}
            fields={view.picture.fields}
            label={t.room.sendPicture}
            t={t}
          />
        </details>
      </section>
    )}
    <section class="effect-section">
      <h2 class="kern-heading-medium">{t.about.ideas}</h2>
      <p class="kern-body">
        <a class="kern-link" href={view.here}>
          {t.room.reload}
        </a>
      </p>
      <p class="kern-sr-only" role="status" data-live-word={t.room.news} />
      <div data-live={view.live}>
        <Ideas ideas={view.ideas} t={t} />
        <Rounds rounds={view.rounds} t={t} />
      </div>
    </section>
    <form method="post" action={view.leave}>
      <SubmitButton label={t.room.leave} rank="tertiary" />
    </form>
  </div>
);

export type TalkView = Told & {
  idea: IdeaView;
  back: string;
  comments: { id: string; text: string; note: string }[];
  form: { action: string; fields: FieldView[] } | undefined;
};

/** One idea, and what is said about it. */
export const TalkPage = ({ view, t }: { view: TalkView; t: SprintMessages }) => (
  <div class="network">
    <Says refusal={view.refusal} done={view.done} />
    <h1 class="kern-heading-large">{t.votes.idea}</h1>
    <div class="lines">{view.idea.text}</div>
    {view.idea.picture !== undefined && (
      <img class="photo" src={view.idea.picture} alt={t.room.photo(view.idea.text)} />
    )}
    <p class="kern-body soft">{view.idea.note}</p>
    <h2 class="kern-heading-medium">{t.room.comments}</h2>
    {view.comments.length === 0 && <p class="kern-body">{t.room.noComments}</p>}
    <ol class="plain-list services__list">
      {view.comments.map(({ id, text, note }) => (
        <li key={id}>
          <div class="lines">{text}</div>
          <span class="services__note">{note}</span>
        </li>
      ))}
    </ol>
    {view.form && (
      <FieldForm action={view.form.action} fields={view.form.fields} label={t.room.sendComment} />
    )}
    <p class="kern-body">
      <a class="kern-link" href={view.back}>
        {t.room.back}
      </a>
    </p>
  </div>
);
