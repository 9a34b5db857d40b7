import { type Language, localPath } from '../../foundation/i18n/language.ts';
import type { AppMessages } from './messages.ts';

export const NotFoundPage = ({ language, t }: { language: Language; t: AppMessages }) => (
  <div class="prose">
    <h1 class="kern-heading-large">{t.notFound.title}</h1>
    <p>{t.notFound.lead}</p>
    <p>
      <a class="kern-link" href={localPath(language, '/')}>
        {t.notFound.home}
      </a>
    </p>
  </div>
);

export const BrokenPage = ({ t }: { t: AppMessages }) => (
  <div class="prose">
    <h1 class="kern-heading-large">{t.broken.title}</h1>
    <p>{t.broken.lead}</p>
  </div>
);

export const OfflinePage = ({ t }: { t: AppMessages }) => (
  <div class="prose">
    <h1 class="kern-heading-large">{t.offline.title}</h1>
    <p>{t.offline.lead}</p>
    <h2 class="kern-heading-small">{t.offline.list}</h2>
    <ul class="plain-list" data-seen />
  </div>
);
