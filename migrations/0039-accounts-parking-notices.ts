import type { Migration } from '../src/foundation/database/migrate.ts';

// What becomes of a parking space on the way to it; a topic of its own, since it is told at any hour.
const TOPICS = "('account', 'review', 'suggestions', 'publishing', 'links', 'applications', 'parking')";
const CHOSEN = TOPICS.replace("'account', ", '');

export const accountsParkingNotices: Migration = {
  name: '0039-accounts-parking-notices',
  sql: `
    alter table accounts.notice drop constraint notice_topic_check, add constraint notice_topic_check check (topic in ${TOPICS});
    alter table accounts.notice_pace drop constraint notice_pace_topic_check,
      add constraint notice_pace_topic_check check (topic in ${CHOSEN});
    alter table accounts.unsubscribe_link drop constraint unsubscribe_link_topic_check,
      add constraint unsubscribe_link_topic_check check (topic in ${CHOSEN});
  `,
};
