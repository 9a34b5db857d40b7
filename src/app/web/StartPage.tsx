import { type Language, localPath } from '../../foundation/i18n/language.ts';
import type { AppMessages } from './messages.ts';

export const PlaceForm = (props: {
  language: Language;
  t: AppMessages;
  value?: string;
  heading?: string;
}) => {
  const { language, t, value = '' } = props;
  return (
    <form class="start__form" method="get" action={localPath(language, '/')}>
      <label class="kern-label" for="ort">
        {t.start.label}
      </label>
      <div class="kern-hint" id="ort-hint">
        {t.start.hint}
      </div>
      <div>
        <input
          id="ort"
          name="ort"
          type="text"
          required
          maxLength={100}
          value={value}
          aria-describedby="ort-hint"
          data-suggest
        />
      </div>
      <div class="start__buttons">
        <button class="kern-btn kern-btn--primary" type="submit">
          <span class="kern-label">{t.start.button}</span>
        </button>
        <button
          class="kern-btn kern-btn--secondary"
          type="button"
          hidden
          data-locate
          data-target={localPath(language, '/')}
          data-busy={t.start.locating}
          data-failed={t.start.locateFailed}
        >
          <span class="kern-label">{t.start.locate}</span>
        </button>
      </div>
      <p class="kern-hint" role="status" data-locate-note>
        {t.start.locateNote}
      </p>
    </form>
  );
};

export const StartPage = (props: {
  language: Language;
  t: AppMessages;
  examples: [label: string, ags: string][];
}) => {
  const { language, t, examples } = props;
  return (
    <div class="prose">
      <h1 class="kern-heading-x-large">{t.start.title}</h1>
      <p class="kern-body">{t.start.lead}</p>
      <PlaceForm language={language} t={t} />
      {examples.length > 0 && (
        <section>
          <h2 class="kern-heading-small">{t.start.examples}</h2>
          <ul class="links-inline">
            {examples.map(([label, ags]) => (
              <li key={ags}>
                <a class="kern-link" href={`${localPath(language, '/')}?ort=${ags}`}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2 class="kern-heading-small">{t.start.whyHeading}</h2>
        <p>{t.start.why}</p>
      </section>
    </div>
  );
};
