import type { MiddlewareHandler } from 'hono';
import { renderToString } from 'preact-render-to-string';
import type { Config } from '../foundation/config/config.ts';
import { formatDistance, formatTime } from '../foundation/i18n/format.ts';
import { type Language, localPath } from '../foundation/i18n/language.ts';
import type { Jobs } from '../foundation/jobs/jobs.ts';
import { Alert } from '../foundation/ui/Alert.tsx';
import type { PageContent } from '../foundation/ui/page.ts';
import type { AccountVariables, SignedIn } from '../modules/accounts/index.ts';
import { accountMessages } from '../modules/accounts/web/index.ts';
import type { NameHit, PlaceIndex } from '../modules/municipalities/index.ts';
import type { OfferPageVariables } from '../modules/offers/index.ts';
import { findPlace, type PlaceFinding } from './here.ts';
import { appMessages } from './web/messages.ts';
import { AskPage, OutsidePage, type PlaceChoice, UnknownPlacePage } from './web/PlacePages.tsx';
import { Shell } from './web/Shell.tsx';
import type { Assets } from './web/shell-props.ts';

export type SiteVariables = OfferPageVariables & AccountVariables;

export type FrameSetting = {
  config: Config;
  assets: Assets;
  version: string;
  places: PlaceIndex;
  /** Absent where nobody works in the background: the pages that ask for such work are then not there. */
  jobs?: Pick<Jobs, 'ask' | 'listRuns'>;
};

/**
 * Puts language, place and the frame into the context of every public page. Where the address names a place
 * that is unclear, it answers with the question instead of the page.
 */
export const frame = (
  language: Language,
  setting: FrameSetting,
): MiddlewareHandler<{ Variables: SiteVariables }> => {
  const t = appMessages(language);
  const { assets, version, places, config } = setting;
  return async (c, next) => {
    const url = new URL(c.req.url);
    const path = language === 'en' ? url.pathname.replace(/^\/en/, '') || '/' : url.pathname;
    const finding = findPlace(c.req.query(), places);
    const here = finding.kind === 'here' ? finding.here : undefined;
    c.set('language', language);
    c.set('here', here);
    c.set('place', here);
    c.set('page', (content: PageContent, status = 200) => {
      const withNotes = {
        ...content,
        body: [...notesOf(finding, language), endingNote(c.var.signedIn, language), content.body],
      };
      const shell = {
        content: withNotes,
        language,
        place: here,
        path,
        search: url.search,
        account: c.var.signedIn?.label,
        assets,
        operator: config.operator,
        version,
        t,
      };
      return c.html(`<!doctype html>${renderToString(<Shell {...shell} />)}`, status);
    });
    const question = questionOf(finding, language, { path, query: c.req.query() });
    if (question) return c.var.page(question, finding.kind === 'ask' ? 200 : 404);
    return next();
  };
};

const endingNote = (signedIn: SignedIn | undefined, language: Language) =>
  signedIn?.state.kind === 'ending' && (
    <Alert
      key="ending"
      kind="warning"
      title={accountMessages(language).ending(formatTime(language, signedIn.state.endsAt))}
    />
  );

const notesOf = (finding: PlaceFinding, language: Language) => {
  if (finding.kind !== 'here') return [];
  const t = appMessages(language);
  return [
    finding.note && <Alert key="note" kind="info" title={finding.note[language]} />,
    finding.approximateMetres !== undefined && (
      <Alert
        key="approximate"
        kind="info"
        title={t.approximate(formatDistance(language, finding.approximateMetres))}
      />
    ),
  ];
};

type Asked = { path: string; query: Record<string, string> };

const choicesOf = (hits: NameHit[], language: Language, { path, query }: Asked): PlaceChoice[] =>
  hits.map(({ municipality, label, hint }) => {
    const parameters = new URLSearchParams({ ...query, ort: municipality.ags ?? municipality.ars });
    return { label, hint, href: `${localPath(language, path)}?${parameters}` };
  });

const questionOf = (finding: PlaceFinding, language: Language, asked: Asked): PageContent | undefined => {
  const t = appMessages(language);
  if (finding.kind === 'ask') {
    const choices = choicesOf(finding.candidates, language, asked);
    return {
      title: t.ask.title(finding.text),
      body: <AskPage text={finding.text} choices={choices} source={finding.source} t={t} />,
      isIndexed: false,
    };
  }
  if (finding.kind === 'unknown')
    return {
      title: t.unknownPlace.title(finding.text),
      body: (
        <UnknownPlacePage
          text={finding.text}
          choices={choicesOf(finding.similar, language, asked)}
          language={language}
          t={t}
        />
      ),
      isIndexed: false,
    };
  if (finding.kind === 'outside')
    return { title: t.start.title, body: <OutsidePage language={language} t={t} />, isIndexed: false };
  return undefined;
};
