import type { RetentionRule } from '../../foundation/database/retention.ts';
import type { Language } from '../../foundation/i18n/language.ts';
import type { AppMessages } from './messages.ts';

export const RetentionPage = (props: {
  rules: readonly RetentionRule[];
  language: Language;
  t: AppMessages;
}) => {
  const { rules, language, t } = props;
  return (
    <article class="prose">
      <h1 class="kern-heading-large">{t.retention.title}</h1>
      <p class="kern-body">{t.retention.lead}</p>
      <dl class="facts">
        {rules.map((rule) => (
          <div key={rule.dataClass} class="fact">
            <dt>{rule.what[language]}</dt>
            <dd>
              {t.retention.kept}: {rule.kept[language]}.
              <br />
              {t.retention.why}: {rule.why[language]}.
            </dd>
          </div>
        ))}
      </dl>
    </article>
  );
};
