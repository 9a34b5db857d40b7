import type { ComponentChildren } from 'preact';
import type { DeskMessages } from './messages.ts';

type DeskWay = { label: string; href: string; isHere: boolean };
export type DeskGroup = { label: string; ways: DeskWay[] };

/** Beside every page of the desk: in whose name one works, and the ways that one's roles open. */
export const DeskFrame = (props: {
  name: string;
  through?: string | undefined;
  groups: DeskGroup[];
  children: ComponentChildren;
  t: DeskMessages;
}) => (
  <div class="desk">
    <nav class="desk__ways" aria-label={props.t.ways.label}>
      <p class="desk__name">{props.name}</p>
      {props.through !== undefined && <p class="desk__through">{props.through}</p>}
      {props.groups.map(({ label, ways }, at) => (
        <div key={label} class="desk__group">
          <p class="desk__label" id={`gruppe-${at}`}>
            {label}
          </p>
          <ul aria-labelledby={`gruppe-${at}`}>
            {ways.map((way) => (
              <li key={way.href}>
                <a href={way.href} aria-current={way.isHere ? 'page' : undefined}>
                  {way.label}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
    <div class="desk__main">{props.children}</div>
  </div>
);
