import { Alert } from '../../../../../foundation/ui/Alert.tsx';
import { DataTable } from '../../../../../foundation/ui/DataTable.tsx';
import { SubmitButton } from '../../../../../foundation/ui/SubmitButton.tsx';
import type { EditorMessages } from './messages.ts';
import type { FormView, QuestionLine } from './view.ts';

type Draft = NonNullable<FormView['draft']>;

const Move = (props: { draft: Draft; about: string; fields: Record<string, string>; t: EditorMessages }) => (
  <form method="post" action={props.draft.move} class="button-row">
    <input type="hidden" name="stand" value={props.draft.revision} />
    {Object.entries(props.fields).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <SubmitButton rank="tertiary" label={props.t.over.up} about={props.about} name="wohin" value="up" />
    <SubmitButton rank="tertiary" label={props.t.over.down} about={props.about} name="wohin" value="down" />
  </form>
);

const Lines = ({ lines, draft, t }: { lines: QuestionLine[]; draft: Draft; t: EditorMessages }) => (
  <ol class="tasks">
    {lines.map(({ name, label, href, facts, inner, group }) => (
      <li key={name}>
        <div>
          <a class="kern-link" href={href}>
            {label}
          </a>
          <span class="services__note">{facts.join(' · ')}</span>
        </div>
        <Move draft={draft} about={label} fields={{ frage: name, ...(group && { gruppe: group }) }} t={t} />
        {inner && (
          <div class="form-editor__inner">
            {inner.lines.length > 0 && <Lines lines={inner.lines} draft={draft} t={t} />}
            <a class="kern-link" href={inner.add}>
              {t.over.addInner}
              <span class="kern-sr-only">: {label}</span>
            </a>
          </div>
        )}
      </li>
    ))}
  </ol>
);

const Pages = ({ draft, t }: { draft: Draft; t: EditorMessages }) => (
  <section>
    <h2 class="kern-heading-medium">{t.over.pages}</h2>
    {draft.pages.length === 0 && <p class="kern-body">{t.over.noPages}</p>}
    {draft.pages.map((page) => (
      <section key={page.id} class="form-editor__page">
        <h3 class="kern-heading-small">
          <a class="kern-link" href={page.href}>
            {page.title}
          </a>
        </h3>
        {page.facts.length > 0 && <p class="kern-body soft">{page.facts.join(' · ')}</p>}
        <Move draft={draft} about={page.title} fields={{ seite: page.id }} t={t} />
        {page.lines.length === 0 ? (
          <p class="kern-body">{t.over.noQuestions}</p>
        ) : (
          <Lines lines={page.lines} draft={draft} t={t} />
        )}
        <p class="kern-body">
          <a class="kern-link" href={page.add}>
            {t.over.addQuestion}
            <span class="kern-sr-only">: {page.title}</span>
          </a>
        </p>
      </section>
    ))}
    <a class="kern-btn kern-btn--secondary" href={draft.addPage}>
      <span class="kern-label">{t.over.addPage}</span>
    </a>
  </section>
);

const Publish = ({ draft, t }: { draft: Draft; t: EditorMessages }) => (
  <section>
    <h2 class="kern-heading-medium">{t.over.publish}</h2>
    {draft.faults.length === 0 ? (
      <>
        <p class="kern-body">
          {t.over.sound} {t.over.publishHint}
        </p>
        <form method="post" action={draft.publish}>
          <input type="hidden" name="stand" value={draft.revision} />
          <SubmitButton label={t.over.publish} />
        </form>
      </>
    ) : (
      <Alert kind="warning" title={t.over.faults}>
        <ul class="plain-list">
          {draft.faults.map(({ key, label, href }) => (
            <li key={key}>
              <a class="kern-link" href={href}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </Alert>
    )}
    <p class="kern-body">
      <a class="kern-link" href={draft.discard}>
        {t.over.discard}
      </a>
    </p>
  </section>
);

const Versions = ({ view, t }: { view: FormView; t: EditorMessages }) => (
  <section>
    <h2 class="kern-heading-medium">{t.over.versions}</h2>
    <DataTable
      caption={t.over.versions}
      columns={Object.values(t.over.versionColumns).map((label) => ({ label }))}
      rows={view.versions.map(({ version, number, published, applications, see }) => ({
        key: version,
        cells: [
          version,
          published,
          applications,
          <div key={version} class="button-row">
            <a class="kern-link" href={see}>
              {t.over.see}
              <span class="kern-sr-only"> {version}</span>
            </a>
            {!view.draft && view.revise !== undefined && (
              <form method="post" action={view.revise}>
                <input type="hidden" name="fassung" value={number} />
                <SubmitButton rank="tertiary" label={t.over.again} about={version} />
              </form>
            )}
          </div>,
        ],
      }))}
    />
    {view.closing && (
      <form method="post" action={view.closing.action}>
        <input type="hidden" name="offen" value={view.closing.isClosed ? '1' : ''} />
        <SubmitButton rank="tertiary" label={view.closing.isClosed ? t.over.reopen : t.over.close} />
      </form>
    )}
  </section>
);

/** A form at a glance: what it asks, what does not fit yet, and its versions. */
export const FormPage = ({ view, t }: { view: FormView; t: EditorMessages }) => (
  <>
    {view.note && <Alert kind={view.note.kind} title={view.note.title} isUrgent />}
    <h1 class="kern-heading-large">{view.title}</h1>
    {view.states.map((state) => (
      <p key={state} class="kern-body">
        {state}
      </p>
    ))}
    <ul class="plain-list">
      {view.address !== undefined && (
        <li>
          <a class="kern-link" href={view.address}>
            {t.over.address}
          </a>
        </li>
      )}
      <li>
        <a class="kern-link" href={view.preview}>
          {t.over.preview}
        </a>
      </li>
      {view.draft && (
        <>
          <li>
            <a class="kern-link" href={view.draft.general}>
              {t.over.general}
            </a>
          </li>
          <li>
            <a class="kern-link" href={view.draft.fees}>
              {t.over.fees}
            </a>
          </li>
          <li>
            <a class="kern-link" href={view.draft.signing}>
              {t.over.signing}
            </a>
          </li>
        </>
      )}
    </ul>
    {view.draft ? (
      <>
        <Pages draft={view.draft} t={t} />
        <Publish draft={view.draft} t={t} />
      </>
    ) : (
      view.revise !== undefined && (
        <form method="post" action={view.revise} class="stack">
          <p class="kern-body">{t.over.reviseHint}</p>
          <SubmitButton label={t.over.revise} />
        </form>
      )
    )}
    {view.versions.length > 0 && <Versions view={view} t={t} />}
    <p class="kern-body">
      <a class="kern-link" href={view.back}>
        {t.over.back}
      </a>
    </p>
  </>
);
