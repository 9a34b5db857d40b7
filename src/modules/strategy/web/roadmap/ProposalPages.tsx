import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { DataTable, type Row } from '../../../../foundation/ui/DataTable.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { StrategyMessages } from '../messages.ts';

type MoveLine = { key: string; title: string; now: string; proposed: string };

export type ProposalView = {
  lines: MoveLine[];
  /** What the order is worth, and how sure that is. */ findings: string[];
  unfit: string[];
  load: { key: string; money: string; staff: string; verdict: string }[];
  action: string;
  hidden: [string, string][];
  back: string;
};

type Props = { view: ProposalView; t: StrategyMessages };

const Moves = ({
  lines,
  caption,
  t: { roadmap: t },
}: {
  lines: MoveLine[];
  caption: string;
  t: StrategyMessages;
}) => (
  <DataTable
    caption={caption}
    columns={[{ label: t.measure }, { label: t.now }, { label: t.proposed }]}
    rows={lines.map(({ key, title, now, proposed }): Row => ({ key, cells: [title, now, proposed] }))}
  />
);

const Hidden = ({ hidden }: { hidden: [string, string][] }) => (
  <>
    {hidden.map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
  </>
);

const Back = ({ view, t }: Props) => (
  <p class="kern-body">
    <a class="kern-link" href={view.back}>
      {t.roadmap.back}
    </a>
  </p>
);

/** An order under the limits, called a proposal: what it costs, and what does not fit. */
export const ProposalPage = ({ view, t }: Props) => (
  <div class="network country">
    <h1 class="kern-heading-large">{t.roadmap.proposal}</h1>
    <Alert kind="info" title={t.roadmap.isProposal} />
    {view.findings.map((finding) => (
      <p key={finding} class="kern-body">
        {finding}
      </p>
    ))}
    {view.lines.length === 0 ? (
      <p class="kern-body">{t.roadmap.nothing}</p>
    ) : (
      <Moves lines={view.lines} caption={t.roadmap.proposal} t={t} />
    )}
    <section>
      <h2 class="kern-heading-medium">{t.roadmap.unfit}</h2>
      <p class="kern-body">{view.unfit.length === 0 ? t.roadmap.allFit : t.roadmap.unfitText}</p>
      <ul class="kern-body bullets">
        {view.unfit.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
    </section>
    <section>
      <h2 class="kern-heading-medium">{t.roadmap.load}</h2>
      <DataTable
        caption={t.roadmap.load}
        columns={[
          { label: t.roadmap.year },
          { label: t.roadmap.money, isNumber: true },
          { label: t.roadmap.staff, isNumber: true },
          { label: t.roadmap.verdict },
        ]}
        rows={view.load.map(
          ({ key, money, staff, verdict }): Row => ({ key, cells: [key, money, staff, verdict] }),
        )}
      />
    </section>
    {view.hidden.length > 0 ? (
      <form method="post" action={view.action}>
        <Hidden hidden={view.hidden} />
        <SubmitButton label={t.roadmap.check} />
      </form>
    ) : (
      <p class="kern-body">{t.roadmap.noMoves}</p>
    )}
    <Back view={view} t={t} />
  </div>
);

/** The last look before measures get other years. */
export const ConfirmMovesPage = ({
  view,
  t,
}: {
  view: Pick<ProposalView, 'lines' | 'action' | 'hidden' | 'back'> & { lead: string };
  t: StrategyMessages;
}) => (
  <div class="network country">
    <h1 class="kern-heading-large">{t.roadmap.confirm}</h1>
    <p class="kern-body">{view.lead}</p>
    <Moves lines={view.lines} caption={t.roadmap.confirm} t={t} />
    <form method="post" action={view.action}>
      <Hidden hidden={view.hidden} />
      <SubmitButton label={t.roadmap.apply} />
    </form>
    <p class="kern-body">
      <a class="kern-link" href={view.back}>
        {t.roadmap.back}
      </a>
    </p>
  </div>
);
