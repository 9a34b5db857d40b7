import { Alert } from '../../../foundation/ui/Alert.tsx';
import { ErrorSummary } from '../../../foundation/ui/ErrorSummary.tsx';
import { TextArea } from '../../../foundation/ui/inputs.tsx';
import { SubmitButton } from '../../../foundation/ui/SubmitButton.tsx';
import { AnswerCard } from './AnswerCard.tsx';
import type { ServiceMessages } from './messages.ts';
import { Hidden, Links } from './SearchPage.tsx';
import type { ServiceView, TextView } from './view.ts';

const Paragraphs = ({ text }: { text: TextView }) => (
  <div lang={text.language}>
    {text.paragraphs.map((paragraph) => (
      <p key={paragraph} class="kern-body">
        {paragraph}
      </p>
    ))}
  </div>
);

const Part = ({ heading, text, t }: { heading: string; text: TextView | undefined; t: ServiceMessages }) => (
  <section>
    <h2 class="kern-heading-medium">{heading}</h2>
    {text ? <Paragraphs text={text} /> : <p class="kern-body">{t.service.unknown}</p>}
  </section>
);

const Ways = ({ view, t }: { view: ServiceView; t: ServiceMessages }) => (
  <section>
    <h2 class="kern-heading-medium">{t.service.ways}</h2>
    {view.ways.length > 0 ? (
      <ul class="plain-list">
        {view.ways.map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ul>
    ) : (
      <p class="kern-body">{t.service.unknown}</p>
    )}
  </section>
);

const Details = ({ view, t }: { view: ServiceView; t: ServiceMessages }) => (
  <>
    {(view.details.length > 0 || view.forms.length > 0) && (
      <section>
        <h2 class="kern-heading-medium">{t.service.details}</h2>
        {view.details.map((text) => (
          <div key={text.heading}>
            <h3 class="kern-heading-small">{text.heading}</h3>
            <Paragraphs text={text} />
          </div>
        ))}
        {view.forms.length > 0 && (
          <>
            <h3 class="kern-heading-small">{t.service.forms}</h3>
            <Links links={view.forms} />
          </>
        )}
      </section>
    )}
    <Part heading={t.service.law} text={view.law} t={t} />
  </>
);

const WrongForm = ({ wrong, t }: { wrong: ServiceView['wrong']; t: ServiceMessages }) => (
  <details class="mistake" open={wrong.error !== undefined}>
    <summary class="kern-body">{t.wrong.heading}</summary>
    <form method="post" action={wrong.action} noValidate>
      <Hidden fields={wrong.hidden} />
      <TextArea
        name="nachricht"
        label={t.wrong.label}
        hint={t.wrong.hint}
        maxLength={2000}
        state={{ value: wrong.value, error: wrong.error }}
      />
      <SubmitButton label={t.wrong.send} rank="secondary" />
    </form>
  </details>
);

export const SourceLines = (props: {
  source: ServiceView['source'];
  about?: string | undefined;
  t: ServiceMessages;
}) => (
  <footer class="source">
    <p class="kern-body kern-body--small">
      {props.source.read}. {props.t.service.source(props.source.name)}. {props.source.licence}.
    </p>
    {props.about && <p class="kern-body kern-body--small">{props.about}</p>}
  </footer>
);

const Online = ({ online }: { online: NonNullable<ServiceView['online']> }) => (
  <div>
    <p class="actions">
      <a class="kern-btn kern-btn--primary" href={online.href} rel="noopener noreferrer nofollow">
        <span class="kern-label">{online.label}</span>
      </a>
    </p>
    {online.trust && <p class="kern-hint">{online.trust}</p>}
  </div>
);

export const ServicePage = ({ view, t }: { view: ServiceView; t: ServiceMessages }) => (
  <article class="services detail">
    <ErrorSummary title={t.wrong.errorTitle} faults={[['nachricht', view.wrong.error]]} />
    <h1 class="kern-heading-large">{view.name}</h1>
    {view.summary.length > 0 && (
      <Paragraphs text={{ heading: '', paragraphs: view.summary, language: view.summaryLanguage }} />
    )}
    {view.simple !== undefined && (
      <p class="kern-body">
        <a class="kern-link" href={view.simple} lang="de">
          {t.simple}
        </a>
      </p>
    )}
    {view.isDemonstration && <Alert kind="info" title={t.demonstration} />}
    {view.isWithdrawn && <Alert kind="warning" title={t.withdrawn} />}
    <AnswerCard answer={view.answer} place={view.place} t={t} />
    <WrongForm wrong={view.wrong} t={t} />
    {view.otherUnit && <Alert kind="info" title={view.otherUnit} />}
    {view.online && <Online online={view.online} />}
    <Part heading={t.service.evidence} text={view.evidence} t={t} />
    <Part heading={t.service.cost} text={view.cost} t={t} />
    <Part heading={t.service.duration} text={view.durations[0]} t={t} />
    {view.durations.slice(1).map((text) => (
      <Part key={text.heading} heading={text.heading} text={text} t={t} />
    ))}
    <Ways view={view} t={t} />
    <Details view={view} t={t} />
    <SourceLines source={view.source} about={view.key} t={t} />
  </article>
);

export const WrongThanksPage = ({ href, t }: { href: string; t: ServiceMessages }) => (
  <div class="services">
    <h1 class="kern-heading-large">{t.wrong.thanksTitle}</h1>
    <p class="kern-body">{t.wrong.thanks}</p>
    <p>
      <a class="kern-link" href={href}>
        {t.wrong.back}
      </a>
    </p>
  </div>
);
