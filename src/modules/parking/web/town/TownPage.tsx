import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { DataTable } from '../../../../foundation/ui/DataTable.tsx';
import { DrawBox, type DrawView } from '../../../../foundation/ui/DrawBox.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { TownMessages } from './messages.ts';

export type TownView = {
  lead: string;
  isDone: boolean;
  facts: { label: string; value: string }[];
  stock: { kind: string; pools: string; spaces: string }[];
  refusals: { key: string; hour: string; reason: string; zone: string; count: string }[];
  zones: { key: string; text: string }[];
  noZones: string;
  zoneFields: FieldView[];
  draw?: DrawView | undefined;
  removeAction?: string | undefined;
  action: string;
  links: { href: string; label: string }[];
};

type Props = { view: TownView; t: TownMessages };

const Tables = ({ view, t }: Props) => (
  <>
    <section>
      <h2 class="kern-heading-medium">{t.stock}</h2>
      {view.stock.length === 0 ? (
        <p class="kern-body">{t.noStock}</p>
      ) : (
        <DataTable
          caption={t.stock}
          columns={[
            { label: t.stockColumns.kind },
            { label: t.stockColumns.pools, isNumber: true },
            { label: t.stockColumns.spaces, isNumber: true },
          ]}
          rows={view.stock.map(({ kind, pools, spaces }) => ({ key: kind, cells: [kind, pools, spaces] }))}
        />
      )}
    </section>
    <section>
      <h2 class="kern-heading-medium">{t.refusals}</h2>
      {view.refusals.length === 0 ? (
        <p class="kern-body">{t.noRefusals}</p>
      ) : (
        <DataTable
          caption={t.refusals}
          columns={[
            { label: t.refusalColumns.hour },
            { label: t.refusalColumns.reason },
            { label: t.refusalColumns.zone },
            { label: t.refusalColumns.count, isNumber: true },
          ]}
          rows={view.refusals.map(({ key, hour, reason, zone, count }) => ({
            key,
            cells: [hour, reason, zone, count],
          }))}
        />
      )}
    </section>
  </>
);

const Zones = ({ view, t }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.zones}</h2>
    {view.zones.length === 0 && <p class="kern-body">{view.noZones}</p>}
    <ul class="kern-body bullets">
      {view.zones.map(({ key, text }) => (
        <li key={key}>
          {text}
          {view.removeAction !== undefined && (
            <form method="post" action={view.removeAction} class="actions">
              <input type="hidden" name="gebiet" value={key} />
              <button
                type="submit"
                class="kern-btn kern-btn--tertiary"
                aria-label={`${t.removeZone}: ${text}`}
              >
                <span class="kern-label">{t.removeZone}</span>
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
    {view.zoneFields.length > 0 && (
      <form method="post" action={view.action} noValidate class="stack">
        <h3 class="kern-heading-small">{t.addZone}</h3>
        {view.zoneFields.map((field) => (
          <Control key={field.name} field={field} choose="" />
        ))}
        {view.draw && <DrawBox view={view.draw} into={{ area: 'umriss' }} />}
        <SubmitButton label={t.zoneButton} />
      </form>
    )}
  </section>
);

/** Parking in a municipality: use, refusals by hour, stock, caps. */
export const TownPage = ({ view, t }: Props) => (
  <>
    <ErrorSummary
      title={t.correct}
      faults={view.zoneFields.map(({ name, label, error }) => [name, error && `${label}: ${error}`])}
    />
    {view.isDone && <Alert kind="success" title={t.zoneDone} isUrgent />}
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{view.lead}</p>
    <ul class="plain-list">
      {view.links.map(({ href, label }) => (
        <li key={href}>
          <a class="kern-link" href={href}>
            {label}
          </a>
        </li>
      ))}
    </ul>
    <dl class="fact-list">
      {view.facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
    <Tables view={view} t={t} />
    <Zones view={view} t={t} />
  </>
);

export type CheckView = {
  action: string;
  plate: string;
  answer?: { isAllowed: boolean; lines: string[] } | undefined;
};

/** "May this car stand here now?" */
export const CheckPage = ({ view, t }: { view: CheckView; t: TownMessages }) => (
  <div class="prose">
    <h1 class="kern-heading-large">{t.check}</h1>
    <p class="kern-body">{t.checkLead}</p>
    {view.answer && (
      <Alert
        kind={view.answer.isAllowed ? 'success' : 'warning'}
        title={view.answer.isAllowed ? t.yes : t.no}
        isUrgent
      >
        {view.answer.isAllowed ? view.answer.lines.join('; ') : t.noHint}
      </Alert>
    )}
    <form method="post" action={view.action} noValidate class="stack">
      <Control
        field={{ name: 'kennzeichen', control: 'line', label: t.plate, value: view.plate }}
        choose=""
      />
      <SubmitButton label={t.checkButton} />
    </form>
  </div>
);
