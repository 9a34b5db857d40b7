import type { StrategyMessages } from '../messages.ts';
import { Facts, History, type MeasureSheetView, type Part } from './MeasureSheet.tsx';

export type MeasureView = Pick<MeasureSheetView, 'title' | 'state' | 'life' | 'history'> & {
  /** Promise, resolution, money, status, effect: one thread. */ thread: Part[];
  isDemonstration: boolean;
  talk: { label: string; href: string };
};

/** A measure as everybody follows it, from the promise to the effect. */
export const MeasurePage = ({ view, t }: { view: MeasureView; t: StrategyMessages }) => (
  <div class="network">
    <h1 class="kern-heading-large">{view.title}</h1>
    <ul class="badges" aria-label={t.desk.state}>
      {[view.state, view.life, ...(view.isDemonstration ? [t.public.demonstration] : [])].map((badge) => (
        <li key={badge} class="tag">
          {badge}
        </li>
      ))}
    </ul>
    <p class="kern-body">
      <a class="kern-link" href={view.talk.href}>
        {view.talk.label}
      </a>
    </p>
    {view.thread.map(({ key, title, facts }) => (
      <section key={key}>
        <h2 class="kern-heading-medium">{title}</h2>
        <Facts facts={facts} unknown={t.measure.unknown} />
      </section>
    ))}
    <History view={view} t={t} />
  </div>
);
