import type { ComponentChildren } from 'preact';
import { Alert } from '../../../foundation/ui/Alert.tsx';
import { describedBy, Field } from '../../../foundation/ui/Field.tsx';
import type { OfferMessages } from './messages.ts';
import type { DetailView } from './view.ts';

const Fact = ({ term, children }: { term: string; children: ComponentChildren }) => (
  <div class="fact">
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);

const Lines = ({ lines }: { lines: string[] }) => (
  <>
    {lines.map((line) => (
      <span key={line} class="line">
        {line}
      </span>
    ))}
  </>
);

const Facts = ({ view, t }: { view: DetailView; t: OfferMessages }) => (
  <dl class="facts">
    {view.hours.length > 0 && (
      <Fact term={t.detail.hours}>
        <Lines lines={view.hours} />
      </Fact>
    )}
    {view.dates.length > 0 && (
      <Fact term={t.detail.dates}>
        <ul class="plain-list">
          {view.dates.map((date) => (
            <li key={date.text}>
              {date.calledOff ? <s>{date.text}</s> : date.text}
              {date.calledOff && <strong> – {date.calledOff}</strong>}
            </li>
          ))}
        </ul>
        {view.datesNote && <span class="line">{view.datesNote}</span>}
      </Fact>
    )}
    <Fact term={t.detail.where}>
      <Lines lines={view.address} />
      <a class="kern-link" href={view.town.href}>
        {view.town.label}
      </a>
      {view.distance && <span class="line">{view.distance}</span>}
      {view.mapHref && (
        <a class="kern-link line" href={view.mapHref} rel="noopener noreferrer nofollow">
          {t.detail.onMap}
        </a>
      )}
    </Fact>
    <Fact term={t.detail.price}>{view.price}</Fact>
    <Fact term={t.detail.access}>
      {view.access.length > 0 ? view.access.join(', ') : t.detail.accessUnknown}
    </Fact>
    <Fact term={t.detail.organisation}>{view.organisation ?? t.detail.organisationUnknown}</Fact>
    {view.languages.length > 0 && <Fact term={t.detail.languages}>{view.languages.join(', ')}</Fact>}
    {view.links.length > 0 && (
      <Fact term={t.detail.links}>
        <ul class="plain-list">
          {view.links.map((link) => (
            <li key={link.url}>
              <a class="kern-link" href={link.url} rel="noopener noreferrer nofollow">
                {link.label}
              </a>
            </li>
          ))}
        </ul>
      </Fact>
    )}
  </dl>
);

const Actions = ({ view, t }: { view: DetailView; t: OfferMessages }) => (
  <p class="actions">
    {view.routeHref && (
      <a class="kern-btn kern-btn--primary" href={view.routeHref}>
        <span class="kern-label">{t.detail.route}</span>
      </a>
    )}
    {view.calendarHref && (
      <a class="kern-btn kern-btn--secondary" href={view.calendarHref}>
        <span class="kern-label">{t.detail.calendar}</span>
      </a>
    )}
  </p>
);

const Sources = ({ view, t }: { view: DetailView; t: OfferMessages }) => (
  <footer class="source">
    {view.sources.map((source) => (
      <p key={source.name} class="kern-body kern-body--small">
        {source.read}. {t.detail.source(source.attribution)}.{' '}
        {source.licence ? t.detail.licence(source.licence) : t.detail.licenceUnknown}.{' '}
        {source.url && (
          <a class="kern-link" href={source.url} rel="noopener noreferrer nofollow">
            {t.detail.sourceLink}
          </a>
        )}
      </p>
    ))}
  </footer>
);

const MistakeForm = ({
  view,
  t,
}: {
  view: Pick<DetailView, 'report' | 'reportAction'>;
  t: OfferMessages;
}) => (
  <details class="mistake" open={view.report.error !== undefined}>
    <summary class="kern-body">{t.mistake.heading}</summary>
    <form method="post" action={view.reportAction} noValidate>
      <Field name="message" label={t.mistake.label} hint={t.mistake.hint} error={view.report.error}>
        <textarea
          class="kern-form-input__input"
          id="message"
          name="message"
          rows={4}
          maxLength={2000}
          aria-describedby={describedBy('message', { hint: true, error: view.report.error !== undefined })}
          aria-invalid={view.report.error !== undefined}
        >
          {view.report.value}
        </textarea>
      </Field>
      <button class="kern-btn kern-btn--secondary" type="submit">
        <span class="kern-label">{t.mistake.send}</span>
      </button>
    </form>
  </details>
);

export const DetailPage = ({ view, t }: { view: DetailView; t: OfferMessages }) => (
  <article class="detail">
    {view.report.error && (
      <Alert kind="danger" title={`${t.mistake.errorTitle} ${view.report.error}`} isUrgent>
        <a class="kern-link" href="#message">
          {t.mistake.label}
        </a>
      </Alert>
    )}
    <p class="kern-body detail__category">{view.category}</p>
    <h1 class="kern-heading-large">{view.calledOff ? <s>{view.name}</s> : view.name}</h1>
    <p class={`offer__state offer__state--${view.state.kind}`}>
      <span aria-hidden="true">{view.state.shape} </span>
      {view.state.text}
      {view.calledOff && <strong> – {view.calledOff}</strong>}
    </p>
    {view.isDemonstration && <Alert kind="info" title={t.demonstrationNote} />}
    {view.withdrawn && (
      <Alert kind="warning" title={t.detail.withdrawn}>
        {view.withdrawn}
      </Alert>
    )}
    <Actions view={view} t={t} />
    {view.description.map((paragraph) => (
      <p key={paragraph} class="kern-body">
        {paragraph}
      </p>
    ))}
    <Facts view={view} t={t} />
    <Sources view={view} t={t} />
    {view.reportAction && <MistakeForm view={view} t={t} />}
  </article>
);
