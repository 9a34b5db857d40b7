import type { AccountMessages } from './messages.ts';

export const ForbiddenPage = ({ what, who, t }: { what: string; who: string[]; t: AccountMessages }) => (
  <div class="prose">
    <h1 class="kern-heading-large">{t.forbidden.title}</h1>
    <p class="kern-body">{t.forbidden.lead(what, who.join(', '))}</p>
  </div>
);
