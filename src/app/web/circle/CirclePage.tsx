import type { CircleMessages } from './messages.ts';

export type CircleView = {
  counted: string;
  threads: {
    key: string;
    title: string;
    note: string;
    stations: { key: string; label: string; stops: { text: string; href: string | undefined }[] }[];
  }[];
};

/** Ideas on their way: each station with what lies there, and those that are not reached yet. */
export const CirclePage = ({ view, t }: { view: CircleView; t: CircleMessages }) => (
  <div class="network">
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
    <p class="kern-body">{view.threads.length === 0 ? t.none : view.counted}</p>
    {view.threads.map(({ key, title, note, stations }) => (
      <section key={key} id={`idee-${key}`}>
        <h2 class="kern-heading-medium">{title}</h2>
        <p class="kern-body soft">{note}</p>
        <ol class="circle">
          {stations.map((station) => (
            <li
              key={station.key}
              class={`circle__station${station.stops.length > 0 ? ' circle__station--reached' : ''}`}
            >
              <span class="circle__label">{station.label}</span>
              {station.stops.length === 0 && <span class="soft">{t.open}</span>}
              {station.stops.map(({ text, href }) =>
                href === undefined ? (
                  <span key={text}>{text}</span>
                ) : (
                  <a key={href} class="kern-link" href={href}>
                    {text}
                  </a>
                ),
              )}
            </li>
          ))}
        </ol>
      </section>
    ))}
  </div>
);
