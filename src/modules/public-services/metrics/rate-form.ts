import { berlinDay } from '../../../foundation/time/zone.ts';
import { draftsSince, type OwnRefusal } from '../applications/act-on-own.ts';
import type { ApplicationContext } from '../applications/application.ts';
import { type Access, findOwn } from '../applications/application-store.ts';
import { isSent } from '../applications/life.ts';
import { listStoredComments, markRated, type StoredComment, saveComment } from './rating-store.ts';
import { countUse } from './use-store.ts';

export const LONGEST_COMMENT = 1_000;
const MOST_LISTED = 200;

/**
 * Counts a mark from 1 to 5, once for every application that was sent. That it was given stands with the application;
 * which mark and what comment does not.
 */
export const rateForm = (
  context: ApplicationContext,
  access: Access,
  { mark, comment }: { mark: number; comment: string },
): Promise<{ rated: true } | OwnRefusal> =>
  context.database.transaction().execute(async (database): Promise<{ rated: true } | OwnRefusal> => {
    const application = await findOwn(database, access, draftsSince(context.clock()), true);
    if (!application) return { refused: 'unknown-application' };
    if (!isSent(application.state) || !(await markRated(database, application)))
      return { refused: 'not-now' };
    const { ars, formId } = application;
    const day = berlinDay(context.clock());
    await countUse(database, { ars, formId, happening: 'rated', value: mark }, day);
    if (comment === '') return { rated: true };
    const id = context.newId();
    const place = { ars, applicationId: id, kind: 'comment' } as const;
    const { keyNumber, sealed } = await context.keys.seal(
      { ...context, database },
      place,
      Buffer.from(comment),
    );
    await saveComment(database, ars, { id, formId, day, keyNumber, content: sealed });
    return { rated: true };
  });

/** What people wrote about the forms of a municipality, the newest day first. */
export const listComments = async (
  context: ApplicationContext,
  ars: string,
): Promise<(Pick<StoredComment, 'id' | 'formId' | 'day'> & { text: string })[]> =>
  Promise.all(
    (await listStoredComments(context.database, ars, MOST_LISTED)).map(
      async ({ id, formId, day, keyNumber, content }) => {
        const place = { ars, applicationId: id, kind: 'comment' } as const;
        return {
          id,
          formId,
          day,
          text: (await context.keys.open(context, place, keyNumber, content)).toString(),
        };
      },
    ),
  );
