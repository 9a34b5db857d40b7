import { Hono } from 'hono';
import { writeLetter } from '../../../../foundation/text/write-letter.ts';
import { findBySecret } from '../../bookings/booking-store.ts';
import { keyOf, MINE } from '../../bookings/pages/mine.ts';
import type { ParkingEnvironment, ParkingSetting } from '../../setting.ts';
import { findDocument } from '../documents/document-store.ts';
import { openDocument } from '../documents/issue-document.ts';
import { type MoneyDocument, numberText } from '../documents/money-document.ts';

export const DOCUMENT_FILE = ':document{[0-9a-f-]{36}[.]pdf}';

/** A document as it was issued: the same bytes of text, drawn anew as PDF/UA. */
export const pdfOf = async (
  setting: Pick<ParkingSetting, 'secret'>,
  document: MoneyDocument,
): Promise<Response> =>
  pdfResponse(writeLetter(await openDocument(setting, document)), `${numberText(document)}.pdf`);

export const pdfResponse = (pdf: Buffer, name: string): Response =>
  new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });

/** The receipt or invoice of a booking, for whoever has its link. */
export const documentPages = (setting: ParkingSetting) => {
  const pages = new Hono<ParkingEnvironment>();
  pages.get(`${MINE}/beleg/${DOCUMENT_FILE}`, async (c) => {
    const { ars, secretHash } = keyOf(c);
    const booking = await findBySecret(setting.database, ars, secretHash);
    const id = (c.req.param('document') ?? '').replace('.pdf', '');
    const document = booking && (await findDocument(setting.database, { ars, id }));
    return document && document.bookingId === booking.id ? pdfOf(setting, document) : c.notFound();
  });
  return pages;
};
