import { ErrorSummary } from '../../../foundation/ui/ErrorSummary.tsx';
import { type FieldState, TextInput } from '../../../foundation/ui/inputs.tsx';
import { SubmitButton } from '../../../foundation/ui/SubmitButton.tsx';
import type { MomentMessages } from './messages.ts';

export const MomentsPage = (props: {
  moments: { title: string; lead: string; href: string }[];
  source: string;
  t: MomentMessages;
}) => (
  <div class="prose">
    <h1 class="kern-heading-large">{props.t.title}</h1>
    <p class="kern-body">{props.t.lead}</p>
    <ul class="cards">
      {props.moments.map(({ title, lead, href }) => (
        <li key={href} class="card">
          <a class="kern-link" href={href}>
            {title}
          </a>
          <p class="kern-body">{lead}</p>
        </li>
      ))}
    </ul>
    <p class="source">{props.t.source(props.source)}</p>
  </div>
);

export type MomentStep = {
  key: string;
  title: string;
  text: string;
  when: string;
  state: string;
  law?: string | undefined;
  link?: { label: string; href: string } | undefined;
  form?: { label: string; href: string } | undefined;
  office?:
    | {
        name: string;
        href: string;
        address: string;
        phone?: string | undefined;
        opens?: string | undefined;
        isDemonstration: boolean;
      }
    | undefined;
};

export type MomentView = {
  title: string;
  lead: string;
  action: string;
  dateLabel: string;
  fields: Record<'ort' | 'datum', FieldState>;
  list?:
    | {
        heading: string;
        steps: MomentStep[];
        calendar: string;
      }
    | undefined;
  source: string;
};

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const Office = ({ office, t }: { office: NonNullable<MomentStep['office']>; t: MomentMessages }) => (
  <p class="kern-body">
    {t.office}{' '}
    <a class="kern-link" href={office.href}>
      {office.name}
    </a>
    {office.address !== '' && `, ${office.address}`}
    {`. ${sentence(office.opens ?? t.opensUnknown)}.`}
    {office.phone !== undefined && ` ${t.phone(office.phone)}`}
    {office.isDemonstration && ` ${t.invented}`}
  </p>
);

const List = ({ list, t }: { list: NonNullable<MomentView['list']>; t: MomentMessages }) => (
  <section>
    <h2 class="kern-heading-medium">{list.heading}</h2>
    <ol class="cards">
      {list.steps.map((step) => (
        <li key={step.key} class="card">
          <h3 class="kern-heading-small">{step.title}</h3>
          <p class="kern-body">
            <strong>{step.when}</strong> – {step.state}
          </p>
          <p class="kern-body">{step.text}</p>
          {step.law !== undefined && <p class="soft">{step.law}</p>}
          {step.office && <Office office={step.office} t={t} />}
          {step.form && (
            <p class="kern-body">
              <a class="kern-link" href={step.form.href}>
                {t.form(step.form.label)}
              </a>
            </p>
          )}
          {step.link && (
            <p class="kern-body">
              <a class="kern-link" href={step.link.href}>
                {step.link.label}
                <span class="kern-sr-only">: {step.title}</span>
              </a>
            </p>
          )}
        </li>
      ))}
    </ol>
    <p class="kern-body">
      <a class="kern-link" href={list.calendar}>
        {t.calendar}
      </a>
    </p>
    <p class="soft">{t.rule}</p>
  </section>
);

export const MomentPage = ({ view, t }: { view: MomentView; t: MomentMessages }) => (
  <div class="prose">
    <ErrorSummary
      title={t.correct}
      faults={Object.entries(view.fields).map(([name, { error }]) => [name, error])}
    />
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">{view.lead}</p>
    {view.list && <List list={view.list} t={t} />}
    <section>
      {view.list && <h2 class="kern-heading-medium">{t.change}</h2>}
      <form method="get" action={view.action} noValidate class="stack">
        <TextInput name="ort" label={t.place} maxLength={100} state={view.fields.ort} />
        <TextInput name="datum" type="date" label={view.dateLabel} state={view.fields.datum} />
        <SubmitButton label={t.button} rank={view.list ? 'secondary' : 'primary'} />
      </form>
    </section>
    <p class="source">{t.source(view.source)}</p>
  </div>
);

export const NoticePage = ({ title, lines, t }: { title: string; lines: string[]; t: MomentMessages }) => (
  <div class="prose">
    <h1 class="kern-heading-large">{t.noticeTitle}</h1>
    <p class="kern-body soft no-print">{t.noticeHint}</p>
    <h2 class="kern-heading-medium">{title}</h2>
    {lines.map((line) => (
      <p key={line} class="kern-body">
        {line}
      </p>
    ))}
  </div>
);
