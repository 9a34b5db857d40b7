import type { Context } from '../../../foundation/database/context.ts';
import { countStoredNotices, listStoredNotices, noteNoticesRead, type StoredNotice } from './notice-store.ts';

const PER_PAGE = 20;

export type NoticeList = { notices: StoredNotice[]; unread: number; page: number; pages: number };

/** The newest first; a page that there is not becomes the nearest one. */
export const listNotices = async (
  { database }: Pick<Context, 'database'>,
  { personId, page: wanted }: { personId: string; page: number },
): Promise<NoticeList> => {
  const { all, unread } = await countStoredNotices(database, personId);
  const pages = Math.max(1, Math.ceil(all / PER_PAGE));
  const page = Math.min(pages, Math.max(1, wanted));
  const notices = await listStoredNotices(database, personId, (page - 1) * PER_PAGE, PER_PAGE);
  return { notices, unread, page, pages };
};

export const countUnread = async (
  { database }: Pick<Context, 'database'>,
  personId: string,
): Promise<number> => (await countStoredNotices(database, personId)).unread;

export const readNotices = ({ database, clock }: Context, personId: string): Promise<void> =>
  noteNoticesRead(database, personId, clock());
