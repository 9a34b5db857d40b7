import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { DataTable, type Row } from '../../../../foundation/ui/DataTable.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { StrategyMessages } from '../messages.ts';
import { GraphDrawing, type GraphView } from './GraphDrawing.tsx';
import { InfluenceMatrix, type MatrixView } from './InfluenceMatrix.tsx';

export type EdgeLine = {
  key: string;
  sentence: string;
  note: string;
  reason: string;
  href: string | undefined;
};

export type InteractionsView = {
  title: string;
  lead: string;
  done: string | undefined;
  refusal: string | undefined;
  counted: string;
  choose: { action: string; value: string; choices: { value: string; label: string }[] };
  cut: string | undefined;
  graph: GraphView;
  matrix: MatrixView;
  sums: { key: string; number: string; title: string; active: string; passive: string; role: string }[];
  cycles: { key: string; way: string; kind: string; weakest: string; round: string }[];
  complete: string;
  unlocks: { key: string; title: string; unlocked: string }[];
  edges: EdgeLine[];
  add: { action: string; fields: FieldView[] } | undefined;
};

type Props = { view: InteractionsView; t: StrategyMessages };

const Choose = ({ view: { choose }, t }: Props) => (
  <form method="get" action={choose.action} class="stack">
    <Control
      field={{
        name: 'teil',
        control: 'select',
        label: t.interactions.choose,
        value: choose.value,
        empty: t.interactions.chooseAll,
        choices: choose.choices,
      }}
      choose={t.interactions.chooseAll}
    />
    <SubmitButton label={t.interactions.show} rank="secondary" />
  </form>
);

const Sums = ({ view, t: { interactions: t } }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.sums}</h2>
    <p class="kern-body">{t.sumsText}</p>
    <DataTable
      caption={t.sums}
      columns={[
        { label: t.number, isNumber: true },
        { label: t.part },
        { label: t.active, isNumber: true },
        { label: t.passive, isNumber: true },
        { label: t.role },
      ]}
      rows={view.sums.map(
        (one): Row => ({ key: one.key, cells: [one.number, one.title, one.active, one.passive, one.role] }),
      )}
    />
  </section>
);

const Cycles = ({ view, t: { interactions: t } }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.cycles}</h2>
    <p class="kern-body">{t.cyclesText}</p>
    <p class="kern-body">{view.complete}</p>
    {view.cycles.length === 0 ? (
      <p class="kern-body">{t.noCycles}</p>
    ) : (
      <DataTable
        caption={t.cycles}
        columns={[{ label: t.cycle }, { label: t.kind }, { label: t.weakest }, { label: t.round }]}
        rows={view.cycles.map(
          (one): Row => ({ key: one.key, cells: [one.way, one.kind, one.weakest, one.round] }),
        )}
      />
    )}
  </section>
);

const Unlocks = ({ view, t: { interactions: t } }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.unlocks}</h2>
    {view.unlocks.length === 0 ? (
      <p class="kern-body">{t.noUnlocks}</p>
    ) : (
      <>
        <p class="kern-body">{t.unlocksText}</p>
        <DataTable
          caption={t.unlocks}
          columns={[{ label: t.part }, { label: t.unlocked }]}
          rows={view.unlocks.map((one): Row => ({ key: one.key, cells: [one.title, one.unlocked] }))}
        />
      </>
    )}
  </section>
);

const Edges = ({ edges, t: { interactions: t } }: { edges: EdgeLine[]; t: StrategyMessages }) => (
  <DataTable
    caption={t.list}
    columns={[{ label: t.what }, { label: t.how }, { label: t.reason }]}
    rows={edges.map(
      ({ key, sentence, note, reason, href }): Row => ({
        key,
        cells: [
          href === undefined ? (
            sentence
          ) : (
            <a key="reason" class="kern-link" href={href}>
              {sentence}
            </a>
          ),
          note,
          reason,
        ],
      }),
    )}
  />
);

/** Everything that works on something, as picture, matrix and tables. */
export const InteractionsPage = ({ view, t }: Props) => (
  <div class="network country">
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">{view.lead}</p>
    {view.edges.length === 0 ? (
      <p class="kern-body">{t.interactions.none}</p>
    ) : (
      <>
        <p class="kern-body">{view.counted}</p>
        <Choose view={view} t={t} />
        {view.cut !== undefined && <p class="kern-body">{view.cut}</p>}
        <section>
          <h2 class="kern-heading-medium">{t.interactions.graph}</h2>
          <p class="kern-body">{t.interactions.graphText}</p>
          <GraphDrawing view={view.graph} label={t.interactions.graphLabel} />
        </section>
        <section>
          <h2 class="kern-heading-medium">{t.interactions.matrix}</h2>
          <p class="kern-body">{t.interactions.matrixText}</p>
          <InfluenceMatrix
            view={view.matrix}
            caption={t.interactions.matrix}
            corner={t.interactions.matrixFrom}
          />
        </section>
        <Sums view={view} t={t} />
        <Cycles view={view} t={t} />
        <Unlocks view={view} t={t} />
        <section>
          <h2 class="kern-heading-medium">{t.interactions.list}</h2>
          <Edges edges={view.edges} t={t} />
        </section>
      </>
    )}
    {view.add && (
      <section>
        <h2 class="kern-heading-medium">{t.interactions.add}</h2>
        <form method="post" action={view.add.action} class="stack">
          {view.add.fields.map((field) => (
            <Control key={field.name} field={field} choose={t.interactions.form.choose} />
          ))}
          <SubmitButton label={t.interactions.add} />
        </form>
      </section>
    )}
  </div>
);
