import type { ServiceMessages } from './messages.ts';
import { Hidden, Links } from './SearchPage.tsx';
import type { AnswerView, OfficeView } from './view.ts';

export const OfficeLines = ({ office, t }: { office: OfficeView; t: ServiceMessages }) => (
  <>
    {office.address.length > 0 ? (
      office.address.map((line) => (
        <span key={line} class="line">
          {line}
        </span>
      ))
    ) : (
      <span class="line">{t.office.addressUnknown}</span>
    )}
  </>
);

export const OfficeState = ({ office }: { office: OfficeView }) => (
  <p class={`offer__state offer__state--${office.state.kind}`}>
    <span aria-hidden="true">{office.state.shape} </span>
    {office.state.text}
  </p>
);

const One = ({ answer, t }: { answer: Extract<AnswerView, { kind: 'one' }>; t: ServiceMessages }) => {
  const { office, reasons, age } = answer;
  return (
    <>
      <h3 class="kern-heading-small">
        <a class="kern-link" href={office.href}>
          {office.name}
        </a>
      </h3>
      <OfficeState office={office} />
      <p class="kern-body">
        <OfficeLines office={office} t={t} />
        {office.phone && (
          <a class="kern-link line" href={office.phone.href}>
            {t.service.call(office.phone.label)}
          </a>
        )}
      </p>
      {reasons.map((reason) => (
        <p key={reason} class="kern-body">
          {reason}
        </p>
      ))}
      <p class="services__age">{age}</p>
    </>
  );
};

type Asking = Extract<AnswerView, { kind: 'ask' }>;

const Question = ({ field, t }: { field: NonNullable<Asking['field']>; t: ServiceMessages }) => {
  const labels = { strasse: t.ask.streetLabel, hausnummer: t.ask.numberLabel, plz: t.ask.postcodeLabel };
  return (
    <form class="services__search" method="get" action={field.action}>
      <Hidden fields={field.hidden} />
      {field.names.map((name) => (
        <div key={name} class="kern-form-input">
          <label class="kern-label" for={name}>
            {labels[name]}
          </label>
          <input
            class="kern-form-input__input"
            type="text"
            id={name}
            name={name}
            maxLength={100}
            value={field.values[name] ?? ''}
          />
        </div>
      ))}
      <p class="kern-hint">{t.ask.privacy}</p>
      <button class="kern-btn kern-btn--secondary" type="submit">
        <span class="kern-label">{t.ask.button}</span>
      </button>
    </form>
  );
};

const WhereForm = ({
  answer,
  t,
}: {
  answer: Extract<AnswerView, { kind: 'no-place' }>;
  t: ServiceMessages;
}) => (
  <form class="services__search" method="get" action={answer.action}>
    <p class="kern-body">{t.service.noPlace}</p>
    <Hidden fields={answer.hidden} />
    <div class="kern-form-input">
      <label class="kern-label" for="ort">
        {t.search.place}
      </label>
      <input class="kern-form-input__input" type="text" id="ort" name="ort" maxLength={100} />
    </div>
    <button class="kern-btn kern-btn--primary" type="submit">
      <span class="kern-label">{t.service.choosePlace}</span>
    </button>
  </form>
);

/** Who is in charge for this place: an office and why, a question, or that nobody knows. */
export const AnswerCard = (props: { answer: AnswerView; place: string | undefined; t: ServiceMessages }) => {
  const { answer, place, t } = props;
  return (
    <section class="services__answer" aria-labelledby="zustaendig">
      <h2 class="kern-heading-medium" id="zustaendig">
        {place === undefined ? t.service.charge : t.service.chargeFor(place)}
      </h2>
      {answer.kind === 'one' && <One answer={answer} t={t} />}
      {answer.kind === 'no-place' && <WhereForm answer={answer} t={t} />}
      {answer.kind === 'ask' && (
        <>
          <p class="kern-body">{answer.question}</p>
          {answer.field && <Question field={answer.field} t={t} />}
          {!answer.field && <Links links={answer.choices} />}
        </>
      )}
      {answer.kind === 'unknown' && (
        <>
          <p class="kern-body">
            <strong>{t.unknown.title}.</strong> {answer.reason}
          </p>
          <p class="kern-body">
            {t.unknown.advice}{' '}
            <a class="kern-link" href="tel:115">
              {t.unknown.call}
            </a>
          </p>
        </>
      )}
    </section>
  );
};
