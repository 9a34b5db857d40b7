import { NotedLinks } from '../../../foundation/ui/NotedLinks.tsx';
import type { NetworkMessages } from './network.messages.ts';

/** The ways of the network, each with what one does there. */
export const NetworkPage = ({
  ways,
  t,
}: {
  ways: { label: string; text: string; href: string }[];
  t: NetworkMessages;
}) => (
  <div class="services">
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
    <NotedLinks links={ways.map(({ label, text, href }) => ({ href, title: label, note: text }))} />
  </div>
);
