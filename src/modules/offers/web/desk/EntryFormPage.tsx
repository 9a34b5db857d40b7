import type { ComponentChildren } from 'preact';
import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { Select, TextArea, TextInput } from '../../../../foundation/ui/inputs.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { EntryMessages } from './messages.ts';
import type { EntryFieldName, EntryFormView } from './view.ts';

type Props = { view: EntryFormView; t: EntryMessages };

const wordsOf = (name: EntryFieldName, t: EntryMessages): { label: string; hint?: string } => t.fields[name];

const Text = ({ name, view, t, long = 200 }: Props & { name: EntryFieldName; long?: number }) => (
  // A text that is longer than allowed is refused with its reason; the browser would cut it silently.
  <TextInput name={name} {...wordsOf(name, t)} state={view.fields[name]} maxLength={long * 4} />
);

const Access = ({ name, view, t }: Props & { name: EntryFieldName }) => (
  <Choices name={name} view={view} t={t} choices={t.accessChoices} empty={t.unknown} />
);

/** A word that is none of the list, from a table, stays to be chosen anew. */
const Choices = (props: Props & { name: EntryFieldName; choices: Record<string, string>; empty: string }) => {
  const { name, view, t, choices, empty } = props;
  const state = view.fields[name];
  const known = Object.entries(choices).map(([value, label]) => ({ value, label }));
  const isKnown = !state.value || Object.hasOwn(choices, state.value);
  const all = isKnown ? known : [...known, { value: state.value ?? '', label: state.value ?? '' }];
  return <Select name={name} {...wordsOf(name, t)} state={state} choices={all} empty={empty} />;
};

const Group = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <fieldset class="kern-fieldset form-group">
    <legend class="kern-heading-medium">{name}</legend>
    {children}
  </fieldset>
);

const What = ({ view, t }: Props) => (
  <Group name={t.groups.what}>
    {view.reference && (
      <TextInput
        name="kennung"
        label={t.sheets.reference}
        hint={t.sheets.referenceHint}
        state={view.reference}
      />
    )}
    <Text name="name" view={view} t={t} long={300} />
    <Select
      name="category"
      {...wordsOf('category', t)}
      state={view.fields.category}
      choices={view.categories}
      empty={t.chooseCategory}
    />
    <TextArea
      name="description"
      {...wordsOf('description', t)}
      state={view.fields.description}
      rows={6}
      maxLength={16_000}
    />
    <Text name="organisation" view={view} t={t} />
  </Group>
);

const When = ({ view, t }: Props) => {
  const names = ['start', 'startTime', 'end', 'endTime', 'repeat', 'repeatUntil'] as const;
  const isAtFault = [...names, 'status' as const].some((name) => view.fields[name].error !== undefined);
  return (
    <Group name={t.groups.when}>
      {view.isEvent || isAtFault ? null : <Text name="openingHours" view={view} t={t} long={1_000} />}
      <details open={view.isEvent || isAtFault}>
        <summary class="kern-body">{t.dates}</summary>
        <div class="form-pairs">
          {names.map((name) => (
            <Text key={name} name={name} view={view} t={t} />
          ))}
          <Choices name="status" view={view} t={t} choices={t.statusChoices} empty={t.statusPlanned} />
        </div>
      </details>
      {view.isEvent || isAtFault ? <Text name="openingHours" view={view} t={t} long={1_000} /> : null}
    </Group>
  );
};

const Where = ({ view, t }: Props) => (
  <Group name={t.groups.where}>
    <Text name="note" view={view} t={t} />
    <div class="form-pairs">
      {(['street', 'houseNumber', 'postcode', 'town', 'lon', 'lat'] as const).map((name) => (
        <Text key={name} name={name} view={view} t={t} />
      ))}
    </div>
  </Group>
);

const Details = ({ view, t }: Props) => (
  <Group name={t.groups.details}>
    <Text name="price" view={view} t={t} long={500} />
    <Text name="link" view={view} t={t} long={2_000} />
    <Text name="language" view={view} t={t} />
    <div class="form-pairs">
      {(['stepFree', 'accessibleToilet', 'toilet', 'hearingLoop'] as const).map((name) => (
        <Access key={name} name={name} view={view} t={t} />
      ))}
    </div>
    <Text name="quietHours" view={view} t={t} />
  </Group>
);

const Conflict = ({ view, t }: Props) =>
  view.conflict ? (
    <Alert kind="warning" title={t.edit.conflictTitle} isUrgent>
      <p>{t.edit.conflictLead}</p>
      <ul>
        {view.conflict.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Alert>
  ) : null;

export const EntryFormPage = ({ view, t }: Props) => (
  <div class="prose">
    <ErrorSummary
      title={t.correct}
      faults={(Object.keys(t.fields) as EntryFieldName[])
        .filter((name) => view.fields[name].error !== undefined)
        .map((name) => [name, `${t.fields[name].label}: ${view.fields[name].error}`])}
    />
    <Conflict view={view} t={t} />
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">{view.hint}</p>
    <form method="post" action={view.action} noValidate class="stack">
      {view.version !== undefined && <input type="hidden" name="fassung" value={view.version} />}
      <What view={view} t={t} />
      <When view={view} t={t} />
      <Where view={view} t={t} />
      <Details view={view} t={t} />
      <div class="button-row">
        <SubmitButton label={view.button} />
        {view.back && (
          <a class="kern-btn kern-btn--tertiary" href={view.back.href}>
            <span class="kern-label">{view.back.label}</span>
          </a>
        )}
      </div>
    </form>
  </div>
);
