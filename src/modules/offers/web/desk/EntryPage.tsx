import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { Select, TextInput } from '../../../../foundation/ui/inputs.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { EntryMessages } from './messages.ts';
import { NoteAlert, StateText } from './parts.tsx';
import type { EntryView } from './view.ts';

type Props = { view: EntryView; t: EntryMessages };

const Facts = ({ view, t }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.entry.facts}</h2>
    <dl class="facts">
      <div class="fact">
        <dt>{t.entry.state}</dt>
        <dd>
          <StateText view={view} t={t} />
        </dd>
      </div>
      {view.publicHref && (
        <div class="fact">
          <dt>{t.entry.public}</dt>
          <dd>
            <a class="kern-link" href={view.publicHref}>
              {t.entry.seePublic}
            </a>
          </dd>
        </div>
      )}
      {view.facts.map(([term, text]) => (
        <div key={term} class="fact">
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
    {view.isFromSheet && <p class="kern-body kern-body--small">{t.entry.fromSheet}</p>}
  </section>
);

const Act = (props: { view: EntryView; path: string; label: string; lead?: string }) => (
  <form method="post" action={props.view.at(props.path)}>
    {props.lead && <p class="kern-body">{props.lead}</p>}
    <SubmitButton label={props.label} rank="secondary" />
  </form>
);

const Publish = ({ view, t }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.entry.publish}</h2>
    {view.missing.length > 0 ? (
      <Alert kind="info" title={t.entry.missing}>
        <ul>
          {view.missing.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Alert>
    ) : (
      <form method="post" action={view.at('/veroeffentlichen')} noValidate class="stack">
        <p class="kern-body">{t.entry.publishLead}</p>
        <div class="form-pairs">
          <TextInput name="am" label={t.entry.day} hint={t.entry.dayHint} state={view.when.am} />
          <TextInput name="um" label={t.entry.time} hint={t.entry.timeHint} state={view.when.um} />
          <TextInput name="bis" label={t.entry.untilDay} hint={t.entry.dayHint} state={view.when.bis} />
          <TextInput
            name="bis-um"
            label={t.entry.untilTime}
            hint={t.entry.timeHint}
            state={view.when['bis-um']}
          />
        </div>
        <SubmitButton label={t.entry.publishButton} />
      </form>
    )}
  </section>
);

const More = ({ view, t }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.entry.more}</h2>
    <form method="post" action={view.at('/uebergeben')} class="inline-form">
      <Select name="an" label={t.entry.handOver} choices={view.editors} state={view.owner} />
      <SubmitButton label={t.entry.handOverButton} rank="secondary" />
    </form>
    <form method="post" action={view.at('/vorlage')} class="inline-form" noValidate>
      <TextInput name="vorlage" label={t.entry.template} state={view.templateName} maxLength={200} />
      <SubmitButton label={t.entry.templateButton} rank="secondary" />
    </form>
    <Act view={view} path="/kopieren" label={t.entry.copy} />
    {view.may.remove && <Act view={view} path="/loeschen" label={t.entry.remove} />}
  </section>
);

const History = ({ view, t }: Props) => (
  <aside class="history" aria-labelledby="verlauf">
    <h2 class="kern-heading-medium" id="verlauf">
      {t.history.title}
    </h2>
    {view.history.length === 0 && <p class="kern-body">{t.history.none}</p>}
    <ol class="plain-list">
      {view.history.map(({ at, who, what }, index) => (
        <li key={`${at} ${what} ${view.history.length - index}`}>
          <strong>{what}</strong>
          <br />
          {at}, {who}
        </li>
      ))}
    </ol>
  </aside>
);

export const EntryPage = ({ view, t }: Props) => (
  <>
    <ErrorSummary
      title={t.correct}
      faults={[
        ...(['am', 'um', 'bis', 'bis-um'] as const).map((name): [string, string | undefined] => [
          name,
          view.when[name].error,
        ]),
        ['an', view.owner.error],
        ['vorlage', view.templateName.error],
      ]}
    />
    <NoteAlert note={view.note} />
    <p class="kern-body">{view.kind}</p>
    <h1 class="kern-heading-large">{view.name}</h1>
    {view.isNewer && (
      <Alert kind="info" title={t.entry.newer}>
        {view.newerFields}
      </Alert>
    )}
    <p class="button-row">
      <a class="kern-btn kern-btn--primary" href={view.at('/bearbeiten')}>
        <span class="kern-label">{t.entry.edit}</span>
      </a>
      {view.missing.length === 0 && (
        <a class="kern-btn kern-btn--secondary" href={view.at('/vorschau')}>
          <span class="kern-label">{t.entry.preview}</span>
        </a>
      )}
    </p>
    <div class="entry-columns">
      <div>
        <Facts view={view} t={t} />
        {view.may.confirm && (
          <Act view={view} path="/bestaetigen" label={t.entry.confirm} lead={t.entry.confirmLead} />
        )}
        {view.may.cancel && <Act view={view} path="/planung-aufheben" label={t.entry.cancelSchedule} />}
        {view.may.withdraw && <Act view={view} path="/zurueckziehen" label={t.entry.withdraw} />}
        {view.may.restore && <Act view={view} path="/wieder" label={t.entry.restore} />}
        {view.may.publish && <Publish view={view} t={t} />}
        <More view={view} t={t} />
      </div>
      <History view={view} t={t} />
    </div>
  </>
);
