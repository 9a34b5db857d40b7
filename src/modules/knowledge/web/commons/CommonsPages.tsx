import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { DataTable } from '../../../../foundation/ui/DataTable.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { NotedLinks } from '../../../../foundation/ui/NotedLinks.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { CommonsMessages } from './messages.ts';

export type CommonsLineView = {
  id: string;
  day: string;
  side: string;
  kind: string;
  amount: string;
  what: string;
  with: string;
  /** Absent where it cannot be taken back. */ takeBack: string | undefined;
};

type Words = { t: CommonsMessages };

const Table = ({ lines, caption, t }: Words & { lines: CommonsLineView[]; caption: string }) => {
  const hasActs = lines.some(({ takeBack }) => takeBack !== undefined);
  const { day, side, kind, amount, what, with: withWhom } = t.columns;
  return (
    <DataTable
      caption={caption}
      columns={[
        { label: day },
        { label: side },
        { label: kind },
        { label: amount, isNumber: true },
        { label: what },
        { label: withWhom },
        ...(hasActs ? [{ label: t.desk.takeBack }] : []),
      ]}
      rows={lines.map((line) => ({
        key: line.id,
        cells: [
          line.day,
          line.side,
          line.kind,
          line.amount,
          line.what,
          line.with,
          ...(hasActs
            ? [
                line.takeBack === undefined ? (
                  ''
                ) : (
                  <form key="takeBack" method="post" action={line.takeBack}>
                    <SubmitButton label={t.desk.takeBack} rank="tertiary" about={line.what} />
                  </form>
                ),
              ]
            : []),
        ],
      }))}
    />
  );
};

/** Who gave and took what, in alphabetical order and without a number. */
export const CommonsPage = ({
  towns,
  csv,
  t,
}: Words & { towns: { href: string; name: string; text: string }[]; csv: string }) => (
  <div class="network">
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
    <h2 class="kern-heading-medium">{t.towns}</h2>
    <NotedLinks
      links={towns.map(({ href, name, text }) => ({ href, title: name, note: text }))}
      none={t.none}
    />
    <p class="kern-body">
      <a class="kern-link" href={csv}>
        {t.csv}
      </a>
    </p>
  </div>
);

/** Every line of one town, the newest first, and no sum. */
export const CommonsTownPage = ({
  town,
  answerTime,
  lines,
  t,
}: Words & { town: string; answerTime: string | undefined; lines: CommonsLineView[] }) => (
  <div class="network country commons">
    <h1 class="kern-heading-large">{t.own(town)}</h1>
    <p class="kern-body">{t.ownLead(town)}</p>
    {answerTime !== undefined && <p class="kern-body">{answerTime}</p>}
    {lines.length === 0 ? (
      <p class="kern-body">{t.none}</p>
    ) : (
      <Table lines={lines} caption={t.own(town)} t={t} />
    )}
  </div>
);

export type CommonsDeskView = {
  action: string;
  fields: FieldView[];
  lines: CommonsLineView[];
  public: string;
  done: string | undefined;
};

/** Where an organisation enters lines and takes them back. */
export const CommonsDeskPage = ({ view, t }: Words & { view: CommonsDeskView }) => (
  <div class="network country commons">
    <ErrorSummary
      title={t.correct}
      faults={view.fields.map(({ name, label, error }) => [name, error && `${label} ${error}`])}
    />
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    <h1 class="kern-heading-large">{t.desk.title}</h1>
    <p class="kern-body">{t.desk.lead}</p>
    <p class="kern-body">
      <a class="kern-link" href={view.public}>
        {t.desk.public}
      </a>
    </p>
    <section>
      <h2 class="kern-heading-medium">{t.desk.lines}</h2>
      {view.lines.length === 0 ? (
        <p class="kern-body">{t.none}</p>
      ) : (
        <Table lines={view.lines} caption={t.desk.lines} t={t} />
      )}
    </section>
    <section>
      <h2 class="kern-heading-medium">{t.desk.add}</h2>
      <p class="kern-body">{t.desk.stays}</p>
      <form method="post" action={view.action} noValidate class="stack">
        {view.fields.map((field) => (
          <Control key={field.name} field={field} choose={t.choose} />
        ))}
        <SubmitButton label={t.desk.enter} />
      </form>
    </section>
  </div>
);
