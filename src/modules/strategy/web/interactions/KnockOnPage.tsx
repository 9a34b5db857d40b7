import { DataTable, type Row } from '../../../../foundation/ui/DataTable.tsx';
import type { StrategyMessages } from '../messages.ts';

export type EffectLine = {
  key: string;
  head: string;
  sign: string;
  way: string;
  note: string;
  assumptions: string[];
};

export type KnockOnView = {
  title: string;
  lead: string;
  whole: string;
  conflicts: EffectLine[];
  knockOns: EffectLine[];
  doubles: string[];
  removal: string;
  blocked: string[];
};

const Effects = ({
  lines,
  caption,
  t: { interactions: t },
}: {
  lines: EffectLine[];
  caption: string;
  t: StrategyMessages;
}) => (
  <DataTable
    caption={caption}
    columns={[{ label: t.reached }, { label: t.sign }, { label: t.way }, { label: t.assumption }]}
    rows={lines.map(
      ({ key, head, sign, way, note, assumptions }): Row => ({
        key,
        cells: [
          head,
          sign,
          <>
            {way} <span class="soft">({note})</span>
          </>,
          <span key="assumptions" class="lines">
            {assumptions.join('\n')}
          </span>,
        ],
      }),
    )}
  />
);

const Names = ({ names }: { names: string[] }) => (
  <ul class="kern-body bullets">
    {names.map((name) => (
      <li key={name}>{name}</li>
    ))}
  </ul>
);

/** What a measure sets off: conflicts first, each with the assumption it rests on. */
export const KnockOnPage = ({ view, t }: { view: KnockOnView; t: StrategyMessages }) => (
  <div class="network country">
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">{view.lead}</p>
    <p class="kern-body">
      <a class="kern-link" href={view.whole}>
        {t.interactions.whole}
      </a>
    </p>
    <section>
      <h2 class="kern-heading-medium">{t.interactions.conflicts}</h2>
      {view.conflicts.length === 0 ? (
        <p class="kern-body">{t.interactions.noConflicts}</p>
      ) : (
        <Effects lines={view.conflicts} caption={t.interactions.conflicts} t={t} />
      )}
    </section>
    <section>
      <h2 class="kern-heading-medium">{t.interactions.knockOn}</h2>
      {view.knockOns.length === 0 ? (
        <p class="kern-body">{t.interactions.noKnockOn}</p>
      ) : (
        <Effects lines={view.knockOns} caption={t.interactions.knockOn} t={t} />
      )}
    </section>
    <section>
      <h2 class="kern-heading-medium">{t.interactions.doubles}</h2>
      <p class="kern-body">
        {view.doubles.length > 0 ? t.interactions.doublesText : t.interactions.noDoubles}
      </p>
      <Names names={view.doubles} />
    </section>
    <section>
      <h2 class="kern-heading-medium">{t.interactions.removal}</h2>
      <p class="kern-body">{view.removal}</p>
      {view.blocked.length > 0 && (
        <>
          <p class="kern-body">{t.interactions.blocked}:</p>
          <Names names={view.blocked} />
        </>
      )}
    </section>
  </div>
);
