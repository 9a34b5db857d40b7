import type { Context as HonoContext } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Message } from '../i18n/message.ts';

/** One fault of the input: where (parameter or JSON path) and why. */
export type InputFault = { at: string; message: string };

const TITLES: Record<number, Message> = {
  400: { de: 'Die Anfrage ist nicht richtig', en: 'The request is not right' },
  401: { de: 'Bitte melden Sie sich an', en: 'Please sign in' },
  403: { de: 'Das ist hier nicht erlaubt', en: 'This is not allowed here' },
  404: { de: 'Das gibt es hier nicht', en: 'There is no such thing here' },
  405: { de: 'So geht das hier nicht', en: 'This method does not work here' },
  406: { de: 'Diese Darstellung gibt es nicht', en: 'There is no such representation' },
  409: { de: 'Das passt nicht zum jetzigen Stand', en: 'This conflicts with the present state' },
  413: { de: 'Das ist zu groß', en: 'This is too large' },
  422: { de: 'Das lässt sich so nicht annehmen', en: 'This cannot be accepted' },
  429: { de: 'Das waren zu viele Anfragen', en: 'These were too many requests' },
  500: { de: 'Hier ist ein Fehler passiert', en: 'Something went wrong here' },
  503: { de: 'Das ist gerade nicht erreichbar', en: 'This is not available right now' },
};

/** RFC 9457 answer. `detail` is German, `detailEn` English; both name the parameter and what is allowed. */
export const problem = (
  c: HonoContext,
  status: ContentfulStatusCode,
  detail: Message,
  faults: InputFault[] = [],
): Response => {
  const title = TITLES[status] ?? { de: 'Fehler', en: 'Error' };
  return c.body(
    JSON.stringify({
      type: 'about:blank',
      title: title.de,
      titleEn: title.en,
      status,
      detail: detail.de,
      detailEn: detail.en,
      ...(faults.length > 0 && { faults }),
    }),
    status,
    { 'content-type': 'application/problem+json; charset=utf-8' },
  );
};
