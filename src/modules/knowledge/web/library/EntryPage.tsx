import { Alert } from '../../../../foundation/ui/Alert.tsx';
import type { LibraryMessages } from './messages.ts';

export type EntryView = {
  kind: string;
  title: string;
  origin: string;
  place: { label: string; href: string } | undefined;
  badges: string[];
  isOld: boolean;
  isDemonstration: boolean;
  summary: string;
  /** A blank is shown as one. */ parts: {
    label: string;
    text: string | undefined;
    href: string | undefined;
  }[];
  source: string | undefined;
  citation: string | undefined;
  versions: { label: string; href: string | undefined }[];
  /** What pilots have shown. */ effects: { text: string; href: string }[];
  /** What the running thing behind it says by itself. */ living:
    | { title: string; lines: string[]; silent: string | undefined }
    | undefined;
  /** Where it becomes a measure of one's own. */ plan: string | undefined;
  reuses: { text: string; result: string }[];
  /** Where this is not the newest version. */ older: { text: string; href: string } | undefined;
};

type Props = { view: EntryView; t: LibraryMessages };

export const Badges = ({ badges, label }: { badges: string[]; label: string }) => (
  <ul class="badges" aria-label={label}>
    {badges.map((badge) => (
      <li key={badge} class="tag">
        {badge}
      </li>
    ))}
  </ul>
);

const PartList = ({ view, t }: Props) => (
  <dl class="facts">
    {view.parts.map(({ label, text, href }) => (
      <div key={label} class="fact">
        <dt>{label}</dt>
        <dd class="lines">
          {text === undefined && <span class="soft">{t.blank}</span>}
          {text !== undefined && href === undefined && text}
          {text !== undefined && href !== undefined && (
            <a class="kern-link" href={href} rel="noreferrer">
              {text}
            </a>
          )}
        </dd>
      </div>
    ))}
  </dl>
);

/** One entry as everybody sees it; also the preview of its editor. */
export const EntryPage = ({ view, t }: Props) => (
  <div class="network">
    {view.older && (
      <Alert kind="info" title={view.older.text}>
        <a class="kern-link" href={view.older.href}>
          {t.newest}
        </a>
      </Alert>
    )}
    <div>
      <p class="kern-body">{view.kind}</p>
      <h1 class="kern-heading-large">{view.title}</h1>
      <p class="kern-body">
        {t.origin}: {view.place?.label !== view.origin && view.origin}
        {view.place && (
          <>
            {view.place.label !== view.origin && ' · '}
            <a class="kern-link" href={view.place.href}>
              {view.place.label}
            </a>
          </>
        )}
      </p>
    </div>
    <Badges badges={view.badges} label={t.badge.label} />
    {view.isOld && <Alert kind="warning" title={t.oldTitle} />}
    <p class="kern-body lines">{view.summary}</p>
    {view.plan !== undefined && (
      <p class="kern-body">
        <a class="kern-btn kern-btn--primary" href={view.plan}>
          <span class="kern-label">{t.reuse.plan}</span>
        </a>
      </p>
    )}
    <PartList view={view} t={t} />
    {view.living && (
      <section>
        <h2 class="kern-heading-medium">{view.living.title}</h2>
        {view.living.silent !== undefined && <Alert kind="warning" title={view.living.silent} />}
        <ul class="kern-body bullets">
          {view.living.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    )}
    {view.effects.length > 0 && (
      <section>
        <h2 class="kern-heading-medium">{t.living.effects}</h2>
        <ul class="kern-body bullets">
          {view.effects.map(({ text, href }) => (
            <li key={href}>
              <a class="kern-link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </section>
    )}
    {view.reuses.length > 0 && (
      <section>
        <h2 class="kern-heading-medium">{t.reuse.heading}</h2>
        <ul class="plain-list services__list">
          {view.reuses.map(({ text, result }) => (
            <li key={text}>
              {text}
              {result !== '' && <span class="services__note lines">{result}</span>}
            </li>
          ))}
        </ul>
      </section>
    )}
    {view.source !== undefined && <p class="source">{view.source}</p>}
    {view.citation !== undefined && (
      <section>
        <h2 class="kern-heading-medium">{t.cite}</h2>
        <p class="kern-body lines">{view.citation}</p>
      </section>
    )}
    {view.versions.length > 1 && (
      <nav aria-label={t.versions}>
        <ul class="links-inline">
          {view.versions.map(({ label, href }) => (
            <li key={label}>
              {href === undefined ? (
                <strong aria-current="page">{label}</strong>
              ) : (
                <a class="kern-link" href={href}>
                  {label}
                </a>
              )}
            </li>
          ))}
        </ul>
      </nav>
    )}
  </div>
);

/** What stands where an entry was: that it was there, and nothing of it. */
export const TakenBackPage = ({ text, href, t }: { text: string; href: string; t: LibraryMessages }) => (
  <div class="network">
    <h1 class="kern-heading-large">{t.takenBackTitle}</h1>
    <p class="kern-body">{text}</p>
    <p class="kern-body">
      <a class="kern-link" href={href}>
        {t.toLibrary}
      </a>
    </p>
  </div>
);
