import { Alert } from '../../../foundation/ui/Alert.tsx';
import type { OfferMessages } from './messages.ts';

export const ThanksPage = ({ href, t }: { href: string; t: OfferMessages }) => (
  <>
    <h1 class="kern-heading-large">{t.mistake.thanksTitle}</h1>
    <Alert kind="success" title={t.mistake.thanks} />
    <p>
      <a class="kern-link" href={href}>
        {t.mistake.back}
      </a>
    </p>
  </>
);
