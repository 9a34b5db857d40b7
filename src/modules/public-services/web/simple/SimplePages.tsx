import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { TextInput } from '../../../../foundation/ui/inputs.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import { Links } from '../SearchPage.tsx';
import type { LinkView } from '../view.ts';

// These pages exist in one language alone, so their few words stand here and in no catalogue.

export type SimpleOffice = {
  name: string;
  address: string[];
  phone?: { label: string; href: string } | undefined;
  hours: string[];
  isDemonstration: boolean;
};

type ServiceView = {
  title: string;
  sections: { heading: string; sentences: string[] }[];
  source: string;
  action: string;
  place?: string | undefined;
  office?: SimpleOffice | undefined;
  back: string;
};

const Office = ({ office }: { office: SimpleOffice }) => (
  <>
    <p>
      <strong>{office.name}</strong>
    </p>
    {office.address.map((line) => (
      <p key={line}>{line}</p>
    ))}
    {office.phone && (
      <p>
        Telefon:{' '}
        <a class="kern-link" href={office.phone.href}>
          {office.phone.label}
        </a>
      </p>
    )}
    {office.hours.length === 0 && <p>Wir wissen nicht, wann das Amt offen hat.</p>}
    {office.hours.map((line) => (
      <p key={line}>Offen: {line}</p>
    ))}
    {office.isDemonstration && <p>Dieses Amt ist ein Beispiel. Wir haben es erfunden.</p>}
  </>
);

const Where = ({ view }: { view: ServiceView }) => (
  <section>
    <h2 class="kern-heading-medium">Wo ist das Amt?</h2>
    {view.place !== undefined && <p>Ihr Ort ist: {view.place}.</p>}
    {view.office && <Office office={view.office} />}
    {view.place !== undefined && !view.office && (
      <>
        <p>Wir wissen nicht genau, welches Amt das ist.</p>
        <p>
          Rufen Sie an:{' '}
          <a class="kern-link" href="tel:115">
            1 1 5
          </a>
        </p>
        <p>Dort hilft man Ihnen weiter.</p>
      </>
    )}
    <form method="get" action={view.action} class="stack">
      <TextInput name="ort" label="In welchem Ort wohnen Sie?" maxLength={100} />
      <SubmitButton label="Amt suchen" />
    </form>
  </section>
);

export const SimpleServicePage = ({ view }: { view: ServiceView }) => (
  <article class="simple" lang="de-simple">
    <h1 class="kern-heading-large">{view.title}</h1>
    <Alert kind="info" title={view.source} />
    {view.sections.map(({ heading, sentences }) => (
      <section key={heading}>
        <h2 class="kern-heading-medium">{heading}</h2>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
    ))}
    <Where view={view} />
    <p>
      <a class="kern-link" href={view.back}>
        Zurück zur Liste
      </a>
    </p>
  </article>
);

export const SimpleServicesPage = (props: { links: LinkView[]; source: string; back: string }) => (
  <article class="simple" lang="de-simple">
    <h1 class="kern-heading-large">Hilfe vom Amt</h1>
    <p>Was brauchen Sie?</p>
    <p>Drücken Sie darauf.</p>
    <Links links={props.links} />
    <p>{props.source}</p>
    <p>
      <a class="kern-link" href={props.back}>
        Zurück zum Anfang
      </a>
    </p>
  </article>
);
