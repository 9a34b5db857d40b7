import { DataTable, type Row } from '../../../foundation/ui/DataTable.tsx';
import { type Fact, FactList } from '../../../foundation/ui/FactList.tsx';
import { Effect, type EffectView, Events } from './EffectView.tsx';
import type { PilotMessages } from './messages.ts';

export const PilotsPage = ({ rows, t }: { rows: Row[]; t: PilotMessages }) => (
  <div class="network">
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.publicLead}</p>
    <DataTable
      caption={t.title}
      columns={[
        { label: t.columns.title },
        { label: t.columns.town },
        { label: t.columns.run },
        { label: t.columns.verdict },
      ]}
      rows={rows}
      none={t.none}
    />
  </div>
);

export type PilotView = {
  title: string;
  badges: string[];
  /** Before there is a result. */ waiting: string | undefined;
  effect: EffectView | undefined;
  recommendation: { head: string; text: string } | undefined;
  plan: Fact[];
  frozen: string;
  events: string[];
  sources: string[];
  files: { href: string; label: string }[];
};

/** A pilot as everybody reads it: what came of it first, then by which plan. */
export const PilotPage = ({ view, t }: { view: PilotView; t: PilotMessages }) => (
  <div class="network">
    <h1 class="kern-heading-large">{view.title}</h1>
    <ul class="badges" aria-label={t.columns.state}>
      {view.badges.map((badge) => (
        <li key={badge} class="tag">
          {badge}
        </li>
      ))}
    </ul>
    {view.waiting !== undefined && <p class="kern-body">{view.waiting}</p>}
    {view.effect && <Effect effect={view.effect} t={t} />}
    {view.recommendation && (
      <section class="effect-section">
        <h2 class="kern-heading-medium">{t.recommendation}</h2>
        <p class="kern-body lines">
          <strong>{`${view.recommendation.head}. `}</strong>
          {view.recommendation.text}
        </p>
      </section>
    )}
    <section class="effect-section">
      <h2 class="kern-heading-medium">{t.plan.title}</h2>
      <p class="kern-body">{view.frozen}</p>
      <FactList facts={view.plan} />
    </section>
    <Events events={view.events} t={t} />
    <section class="effect-section">
      <h2 class="kern-heading-medium">{t.sources}</h2>
      <ul class="kern-body bullets">
        {view.sources.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2 class="kern-heading-medium">{t.files.title}</h2>
      <ul class="links-inline">
        {view.files.map(({ href, label }) => (
          <li key={href}>
            <a class="kern-link" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  </div>
);
