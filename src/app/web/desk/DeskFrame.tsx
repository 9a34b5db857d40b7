import type { ComponentChildren } from 'preact';
import type { DeskMessages } from './messages.ts';

export type DeskWay = { label: string; href: string; isHere: boolean };

/** Beside every page of the desk: in whose name one works, and the ways that one's roles open. */
export const DeskFrame = (props: {
  name: string;
  through?: string | undefined;
  ways: DeskWay[];
  children: ComponentChildren;
  t: DeskMessages;
}) => (
  <div class="desk">
    <nav class="desk__ways" aria-label={props.t.ways.label}>
      <p class="desk__name">{props.name}</p>
      {props.through !== undefined && <p class="desk__through">{props.through}</p>}
      <ul>
        {props.ways.map(({ label, href, isHere }) => (
          <li key={href}>
            <a href={href} aria-current={isHere ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <div class="desk__main">{props.children}</div>
  </div>
);
