import { type Language, localPath } from '../../foundation/i18n/language.ts';
import { type PlaceInUrl, withPlace } from '../../foundation/ui/page.ts';
import { Foot } from './Foot.tsx';
import { Head } from './Head.tsx';
import type { AppMessages } from './messages.ts';
import type { ShellProps } from './shell-props.ts';

// A closing tag inside a JSON text would end the script element; JSON may write the sign as an escape.
const scriptSafe = (value: object): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const Meta = ({ content, assets, language, path, search, t }: ShellProps) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>{content.title === t.product ? t.product : `${content.title} – ${t.product}`}</title>
    {content.isIndexed === false && <meta name="robots" content="noindex, follow" />}
    <link rel="stylesheet" href={assets.app} />
    {content.hasMap && assets.mapStyle && <link rel="stylesheet" href={assets.mapStyle} />}
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    <link rel="manifest" href="/manifest.webmanifest" />
    <link rel="alternate" hreflang="de" href={path + search} />
    <link rel="alternate" hreflang="en" href={localPath('en', path) + search} />
    {content.canonical && <link rel="canonical" href={content.canonical} />}
    {content.alternates?.map((one) => (
      <link key={one.href} rel="alternate" type={one.type} title={one.title} href={one.href} />
    ))}
    {content.jsonLd && (
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON-LD is data, its "<" are escaped
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptSafe(content.jsonLd) }} />
    )}
    <script type="module" src={assets.page} />
    {content.hasMap && <script type="module" src={assets.map} />}
    <meta name="language" content={language} />
  </head>
);

/** The frame of every public page: head with the place, ways, content, foot. */
export const Shell = (props: ShellProps) => {
  const { content, language, place, t } = props;
  return (
    <html lang={language} data-language={language}>
      <Meta {...props} />
      <body class="kern-layer kern-level-0">
        <a class="skip" href="#inhalt">
          {t.skip}
        </a>
        <Head {...props} />
        <nav class="ways" aria-label={t.ways.label}>
          {waysOf(language, place, t).map((way) => (
            <a
              key={way.href}
              href={way.href}
              aria-current={isHere(way.path, props.path) ? 'page' : undefined}
            >
              <span class={`kern-icon kern-icon--${way.icon} kern-icon--default`} aria-hidden="true" />
              <span>{way.label}</span>
            </a>
          ))}
        </nav>
        <main id="inhalt" class="page" tabIndex={-1}>
          {content.crumbs && (
            <nav class="crumbs" aria-label={t.crumbs}>
              <ol>
                {content.crumbs.map((crumb) => (
                  <li key={crumb.href}>
                    <a class="kern-link" href={crumb.href}>
                      {crumb.label}
                    </a>
                  </li>
                ))}
              </ol>
            </nav>
          )}
          {content.body}
        </main>
        <Foot language={language} operator={props.operator} version={props.version} t={t} />
      </body>
    </html>
  );
};

const isHere = (way: string, path: string): boolean =>
  path === way || (way !== '/' && path.startsWith(`${way}/`));

const waysOf = (language: Language, place: PlaceInUrl | undefined, t: AppMessages) =>
  [
    { path: '/', icon: 'home', label: t.ways.now },
    { path: '/leistungen', icon: 'checklist', label: t.ways.services },
    { path: '/parken', icon: 'calendar-today', label: t.ways.parking },
    { path: '/orte', icon: 'search', label: t.ways.towns },
    { path: '/rathaus', icon: 'edit', label: t.ways.desk },
  ].map((way) => ({ ...way, href: withPlace(place, localPath(language, way.path)) }));
