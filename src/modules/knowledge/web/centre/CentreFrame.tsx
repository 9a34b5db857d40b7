import type { ComponentChildren } from 'preact';
import type { ReviewMessages } from './review.messages.ts';

export type CentreWay = { label: string; href: string; isHere: boolean };

/** Stands above every page of the centre's desk: what there is to do. */
export const CentreFrame = (props: { ways: CentreWay[]; t: ReviewMessages; children: ComponentChildren }) => (
  <div class="network">
    <nav aria-label={props.t.ways.label}>
      <ul class="links-inline">
        {props.ways.map(({ label, href, isHere }) => (
          <li key={href}>
            <a class="kern-link" href={href} aria-current={isHere ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    {props.children}
  </div>
);
