import { type DocumentContent, DocumentView } from './DocumentView.tsx';
import type { ReportMessages } from './report.messages.ts';

export type ReportView = {
  title: string;
  links: { label: string; href: string }[];
  content: DocumentContent;
};

/** A year of the agenda, computed from what stands in it. */
export const ReportPage = ({ view, t }: { view: ReportView; t: ReportMessages }) => (
  <div class="network">
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">{t.lead}</p>
    <ul class="links-inline">
      {view.links.map(({ label, href }) => (
        <li key={href}>
          <a class="kern-link" href={href}>
            {label}
          </a>
        </li>
      ))}
    </ul>
    <DocumentView content={view.content} isWhole />
  </div>
);
