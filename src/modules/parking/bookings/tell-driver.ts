import type { Context } from '../../../foundation/database/context.ts';
import { formatTime } from '../../../foundation/i18n/format.ts';
import { localPath } from '../../../foundation/i18n/language.ts';
import { notify } from '../../accounts/index.ts';
import { instantOf } from '../slot.ts';
import { parkingMessages } from '../web/index.ts';
import type { Booking } from './booking.ts';

export type News = 'fixed' | 'moved' | 'failed' | 'overstaying';

/** Tells who has an account; of others nothing is known, their page says it. Call it with the transaction of the change. */
export const tellDriver = async (
  context: Pick<Context, 'database' | 'clock' | 'newId'>,
  { personId, language, from }: Booking,
  news: News,
): Promise<void> => {
  if (personId === null) return;
  const { news: words } = parkingMessages(language);
  await notify(context, {
    personIds: [personId],
    topic: 'parking',
    subject: words[news](formatTime(language, instantOf(from))),
    text: words.text,
    path: localPath(language, '/parken/meine'),
  });
};
