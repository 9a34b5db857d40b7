import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { StrategyMessages } from '../messages.ts';

export type Part = {
  key: string;
  title: string;
  facts: { label: string; texts: string[]; href?: string | undefined }[];
  edit: { label: string; href: string } | undefined;
};

export type WordView = {
  action: string;
  hidden: [string, string][];
  fields: FieldView[];
  draft: string[];
};

export type MeasureSheetView = {
  title: string;
  state: string;
  life: string;
  isDecaying: boolean;
  visibility: string;
  look: string | undefined;
  done: string | undefined;
  refusal: string | undefined;
  parts: Part[];
  /** Further rooms that this measure has: risks, paper for the council … */ ways: {
    label: string;
    href: string;
  }[];
  word: WordView | undefined;
  history: { key: string; head: string; text: string }[];
  /** Where it is handed on to the library. */ share: string | undefined;
  drop: string | undefined;
};

export const Facts = ({ facts, unknown }: { facts: Part['facts']; unknown: string }) => (
  <dl class="facts">
    {facts.map(({ label, texts, href }) => (
      <div key={label} class="fact">
        <dt>{label}</dt>
        <dd class="lines">
          {texts.length === 0 && <span class="soft">{unknown}</span>}
          {href === undefined ? (
            texts.join('\n')
          ) : (
            <a class="kern-link" href={href}>
              {texts.join('\n')}
            </a>
          )}
        </dd>
      </div>
    ))}
  </dl>
);

export const History = ({ view, t }: { view: Pick<MeasureSheetView, 'history'>; t: StrategyMessages }) => (
  <section>
    <h2 class="kern-heading-medium">{t.measure.history}</h2>
    {view.history.length === 0 && <p class="kern-body">{t.measure.noHistory}</p>}
    <ol class="plain-list services__list">
      {view.history.map(({ key, head, text }) => (
        <li key={key}>
          <strong>{head}</strong>
          <span class="services__note lines">{text}</span>
        </li>
      ))}
    </ol>
  </section>
);

const Word = ({ word, t }: { word: WordView; t: StrategyMessages }) => (
  <section>
    <h2 class="kern-heading-medium">{t.measure.word}</h2>
    {word.draft.length > 0 && (
      <>
        <p class="kern-body">{t.measure.draft}</p>
        <ul class="kern-body bullets">
          {word.draft.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </>
    )}
    <form method="post" action={word.action} class="stack">
      {word.hidden.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {word.fields.map((field) => (
        <Control key={field.name} field={field} choose={t.section.choose} />
      ))}
      <SubmitButton label={t.measure.wordButton} />
    </form>
  </section>
);

/** A measure as its town hall sees it, part by part. */
export const MeasureSheetPage = ({ view, t }: { view: MeasureSheetView; t: StrategyMessages }) => (
  <div class="network">
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    <h1 class="kern-heading-large">{view.title}</h1>
    <ul class="badges" aria-label={t.desk.state}>
      {[view.state, view.life, view.visibility].map((badge) => (
        <li key={badge} class="tag">
          {badge}
        </li>
      ))}
    </ul>
    {view.isDecaying && <Alert kind="warning" title={view.life} />}
    <ul class="links-inline">
      {view.look !== undefined && (
        <li>
          <a class="kern-link" href={view.look}>
            {t.measure.look}
          </a>
        </li>
      )}
      {view.ways.map(({ label, href }) => (
        <li key={href}>
          <a class="kern-link" href={href}>
            {label}
          </a>
        </li>
      ))}
    </ul>
    {view.parts.map(({ key, title, facts, edit }) => (
      <section key={key}>
        <h2 class="kern-heading-medium">{title}</h2>
        <Facts facts={facts} unknown={t.measure.unknown} />
        {edit && (
          <p class="kern-body">
            <a class="kern-link" href={edit.href}>
              {edit.label}
            </a>
          </p>
        )}
      </section>
    ))}
    {view.word && <Word word={view.word} t={t} />}
    <History view={view} t={t} />
    {view.share !== undefined && (
      <form method="post" action={view.share} class="stack">
        <p class="kern-body">{t.measure.shareLead}</p>
        <SubmitButton label={t.measure.share} rank="secondary" />
      </form>
    )}
    {view.drop !== undefined && (
      <form method="post" action={view.drop}>
        <SubmitButton label={t.measure.drop} rank="tertiary" />
      </form>
    )}
  </div>
);
