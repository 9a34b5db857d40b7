import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Message } from '../../../foundation/i18n/message.ts';

/** A change that is not made. Thrown inside the transaction, so that nothing of a deep insert stays. */
export class NotWritten extends Error {
  readonly status: ContentfulStatusCode;
  readonly detail: Message;
  constructor(status: ContentfulStatusCode, de: string, en: string) {
    super(en);
    this.status = status;
    this.detail = { de, en };
  }
}

export const unknownLink = (entity: string): NotWritten =>
  new NotWritten(
    400,
    `${entity}: diese »@iot.id« gibt es in Ihrer Gemeinde nicht`,
    `${entity}: your municipality has no such \`@iot.id\``,
  );
