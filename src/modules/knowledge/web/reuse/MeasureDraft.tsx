import type { ReuseMessages } from './messages.ts';

export type MeasureView = {
  goal: string;
  facts: { label: string; texts: string[] }[];
  /** How the costs were worked out; absent where nothing was. */ rule: string | undefined;
  checklist: { what: string; text: string }[];
  entry: { label: string; href: string };
};

/** A measure as it may begin: its facts, and what is to be settled first. */
export const MeasureDraft = ({ view, t }: { view: MeasureView; t: ReuseMessages }) => (
  <>
    <p class="kern-body lines">{view.goal}</p>
    <dl class="facts">
      {view.facts.map(({ label, texts }) => (
        <div key={label} class="fact">
          <dt>{label}</dt>
          <dd class="lines">
            {texts.length === 0 ? <span class="soft">{t.blank}</span> : texts.join('\n\n')}
          </dd>
        </div>
      ))}
      <div class="fact">
        <dt>{t.from}</dt>
        <dd>
          <a class="kern-link" href={view.entry.href}>
            {view.entry.label}
          </a>
        </dd>
      </div>
    </dl>
    {view.rule !== undefined && <p class="kern-body soft">{view.rule}</p>}
    <section>
      <h2 class="kern-heading-medium">{t.checklist}</h2>
      <ol class="stack">
        {view.checklist.map(({ what, text }) => (
          <li key={what + text}>
            <strong>{what}</strong>
            <div class="lines">{text}</div>
          </li>
        ))}
      </ol>
    </section>
  </>
);
