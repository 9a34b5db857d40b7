import { localPath } from '../../foundation/i18n/language.ts';
import { withPlace } from '../../foundation/ui/page.ts';
import { Mark } from './Mark.tsx';
import type { ShellProps } from './shell-props.ts';

const PlaceSwitch = ({ place, language, t }: ShellProps) => (
  <p class="head__place">
    <span class="kern-sr-only">{t.place.label}: </span>
    {place ? (
      <>
        <strong>{place.label}</strong>{' '}
        <a class="kern-link" href={localPath(language, '/')}>
          {t.place.change}
          <span class="kern-sr-only"> ({t.place.label})</span>
        </a>
      </>
    ) : (
      <a class="kern-link" href={localPath(language, '/')}>
        {t.place.choose}
      </a>
    )}
  </p>
);

const Search = ({ place, language, t }: ShellProps) => (
  <search class="head__search">
    <form method="get" action={localPath(language, '/')}>
      {Object.entries(place?.parameters ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label class="kern-sr-only" for="suche">
        {t.search.label}
      </label>
      <input
        class="kern-form-input__input"
        type="search"
        id="suche"
        name="q"
        placeholder={t.search.label}
        maxLength={100}
      />
      <button class="kern-btn kern-btn--secondary" type="submit">
        <span class="kern-icon kern-icon--search kern-icon--default" aria-hidden="true" />
        <span class="kern-label kern-sr-only">{t.search.button}</span>
      </button>
    </form>
  </search>
);

const Languages = ({ language, path, search, place, t }: ShellProps) => (
  <nav class="head__languages" aria-label={t.languages.label}>
    <a
      class="kern-link"
      href={path + search}
      lang="de"
      hreflang="de"
      aria-current={language === 'de' ? 'true' : undefined}
    >
      {t.languages.de}
    </a>
    <a
      class="kern-link"
      href={localPath('en', path) + search}
      lang="en"
      hreflang="en"
      aria-current={language === 'en' ? 'true' : undefined}
    >
      {t.languages.en}
    </a>
    <a class="kern-link" href={withPlace(place, '/leicht')} lang="de">
      {t.languages.simple}
    </a>
  </nav>
);

const Account = ({ account, language, place, t }: ShellProps) => (
  <p class="head__account">
    <a
      class="kern-link"
      href={withPlace(place, localPath(language, account === undefined ? '/anmelden' : '/konto'))}
    >
      {account !== undefined && <span class="kern-sr-only">{t.account.label}: </span>}
      {account === undefined ? t.account.signIn : account || t.account.label}
    </a>
  </p>
);

export const Head = (props: ShellProps) => (
  <header class="head">
    <a class="head__mark" href={localPath(props.language, '/')}>
      <Mark />
      <span>{props.t.product}</span>
    </a>
    <PlaceSwitch {...props} />
    {props.place && <Search {...props} />}
    <Languages {...props} />
    <Account {...props} />
  </header>
);
