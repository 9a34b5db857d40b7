import type { Language } from '../../foundation/i18n/language.ts';
import { Alert } from '../../foundation/ui/Alert.tsx';
import type { AppMessages } from './messages.ts';
import { PlaceForm } from './StartPage.tsx';

export type PlaceChoice = { label: string; hint: string; href: string };

const Choices = ({ choices }: { choices: PlaceChoice[] }) => (
  <ul class="plain-list">
    {choices.map((choice) => (
      <li key={choice.href}>
        <a class="kern-link" href={choice.href}>
          {choice.label}
        </a>{' '}
        <span class="kern-hint">{choice.hint}</span>
      </li>
    ))}
  </ul>
);

/** Several municipalities fit: we ask, we never guess. */
export const AskPage = (props: {
  text: string;
  choices: PlaceChoice[];
  source?: string | undefined;
  t: AppMessages;
}) => {
  const { text, choices, source, t } = props;
  return (
    <div class="prose">
      <h1 class="kern-heading-large">{choices.length === 1 ? t.ask.one(text) : t.ask.title(text)}</h1>
      {choices.length > 1 && (
        <p class="kern-body">{/^\d{5}$/.test(text) ? t.ask.postcodeLead(text) : t.ask.lead}</p>
      )}
      <Choices choices={choices} />
      {source && <p class="kern-hint">{t.ask.source(source)}</p>}
    </div>
  );
};

export const UnknownPlacePage = (props: {
  text: string;
  choices: PlaceChoice[];
  language: Language;
  t: AppMessages;
}) => {
  const { text, choices, language, t } = props;
  return (
    <div class="prose">
      <h1 class="kern-heading-large">{t.unknownPlace.title(text)}</h1>
      <p class="kern-body">{t.unknownPlace.lead}</p>
      {choices.length > 0 && (
        <section>
          <h2 class="kern-heading-small">{t.unknownPlace.similar}</h2>
          <Choices choices={choices} />
        </section>
      )}
      <PlaceForm language={language} t={t} value={text} />
    </div>
  );
};

export const OutsidePage = ({ language, t }: { language: Language; t: AppMessages }) => (
  <div class="prose">
    <h1 class="kern-heading-large">{t.start.title}</h1>
    <Alert kind="info" title={t.unknownPlace.outside} isUrgent />
    <PlaceForm language={language} t={t} />
  </div>
);
