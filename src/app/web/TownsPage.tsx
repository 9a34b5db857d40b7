import type { Language } from '../../foundation/i18n/language.ts';
import type { AppMessages } from './messages.ts';
import { PlaceForm } from './StartPage.tsx';

export const TownsPage = (props: {
  states: { label: string; href: string }[];
  counts: string;
  language: Language;
  t: AppMessages;
}) => (
  <div class="prose">
    <h1 class="kern-heading-large">{props.t.towns.title}</h1>
    <p class="kern-body">{props.t.towns.lead}</p>
    <PlaceForm language={props.language} t={props.t} />
    <ul class="columns">
      {props.states.map((state) => (
        <li key={state.href}>
          <a class="kern-link" href={state.href}>
            {state.label}
          </a>
        </li>
      ))}
    </ul>
    <p class="source">{props.counts}</p>
  </div>
);
