import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { renderToString } from 'preact-render-to-string';
import { type InputFault, problem } from '../../foundation/http/problem.ts';
import { type Language, localPath } from '../../foundation/i18n/language.ts';
import type { FrameSetting } from '../frame.tsx';
import { originOf } from '../here.ts';
import { appMessages } from '../web/messages.ts';
import { Shell } from '../web/Shell.tsx';
import { type Link, MEDIA, ownLinks } from './address.ts';
import { DataPage, type DataPageContent } from './DataPage.tsx';
import { type ParameterFault, type Parameters, readFormat, readParameters } from './parameters.ts';

/** One request to the door: its language, where its links begin, and what it asked for. */
export type Asked = {
  c: Context;
  language: Language;
  /** Address of the landing page. */ base: string;
  /** Address of this document under the public origin. */ url: string;
  parameters: Parameters;
  isHtml: boolean;
  own: (media: string) => Link[];
};

export type Door = { setting: FrameSetting; language: Language };

export const refuse = (c: Context, { name, message }: ParameterFault): Response => {
  const faults: InputFault[] = [{ at: name, message: `${message.de} / ${message.en}` }];
  return problem(c, 400, { de: `${name}: ${message.de}`, en: `${name}: ${message.en}` }, faults);
};

/** Checks the parameters, finds the representation, and lets `answer` do the rest. */
export const asked =
  (
    { setting, language }: Door,
    known: readonly string[],
    answer: (asked: Asked) => Response | Promise<Response>,
  ) =>
  (c: Context): Response | Promise<Response> => {
    const parameters = readParameters(c.req.url, known);
    if ('refused' in parameters) return refuse(c, parameters);
    const format = readFormat(parameters);
    if (typeof format === 'object') return refuse(c, format);
    const { pathname, search } = new URL(c.req.url);
    const origin = originOf(setting.config.publicUrl)(c.req.url);
    const isHtml = (format ?? preferred(c)) === 'html';
    const url = `${origin}${pathname}${search}`;
    c.header('vary', 'Accept');
    return answer({
      c,
      language,
      base: `${origin}${localPath(language, '/ogc')}`,
      url,
      parameters,
      isHtml,
      own: (media) => ownLinks(url, media, isHtml),
    });
  };

const preferred = (c: Context): 'json' | 'html' => {
  const supports = [MEDIA.geojson, MEDIA.json, MEDIA.html, MEDIA.schema, 'application/vnd.oai.openapi+json'];
  const chosen = accepts(c, { header: 'Accept', supports, default: MEDIA.json });
  return chosen === MEDIA.html ? 'html' : 'json';
};

export const json = ({ c }: Asked, document: object, media: string = MEDIA.json): Response =>
  c.body(JSON.stringify(document), 200, { 'content-type': media });

/** The same for people, in the frame of all pages. */
export const page = (
  { setting, language }: Door,
  { c, url, base }: Asked,
  content: DataPageContent,
): Response => {
  const { pathname, search } = new URL(url);
  const t = appMessages(language);
  const path = language === 'en' ? pathname.replace(/^\/en/, '') : pathname;
  const shell = {
    content: {
      title: content.title,
      body: <DataPage {...content} />,
      isIndexed: false,
      crumbs: [
        { label: t.foot.data, href: localPath(language, '/daten') },
        { label: 'OGC API Features', href: `${base}?f=html` },
      ],
      alternates: [{ type: MEDIA.json, title: 'JSON', href: `${pathname}?f=json` }],
    },
    language,
    place: undefined,
    path,
    search,
    assets: setting.assets,
    operator: setting.config.operator,
    version: setting.version,
    t,
  };
  return c.html(`<!doctype html>${renderToString(<Shell {...shell} />)}`);
};
