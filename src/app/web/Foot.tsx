import { type Language, localPath } from '../../foundation/i18n/language.ts';
import type { AppMessages } from './messages.ts';

export const Foot = (props: {
  language: Language;
  operator: string | undefined;
  version: string;
  t: AppMessages;
}) => {
  const { language, operator, version, t } = props;
  const links: [string, string][] = [
    ['/mitmachen', t.foot.participate],
    ['/impressum', t.foot.imprint],
    ['/datenschutz', t.foot.privacy],
    ['/barrierefreiheit', t.foot.accessibility],
    ['/quellen', t.foot.sources],
    ['/daten', t.foot.data],
    ['/hilfe', t.foot.help],
  ];
  return (
    <footer class="foot">
      <p>{operator ? t.foot.operator(operator) : t.foot.operatorUnknown}</p>
      <nav aria-label={t.foot.label}>
        <ul>
          {links.map(([path, label]) => (
            <li key={path}>
              <a class="kern-link" href={localPath(language, path)}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p>{t.foot.version(version)}</p>
    </footer>
  );
};
