export { countShownComments } from './comments/comment-store.ts';
export { commentsPath } from './comments/comments-path.ts';
export { commentDeskPages } from './comments/pages/comment-desk-pages.tsx';
export { commentPages } from './comments/pages/comment-pages.tsx';
export { participationRetention } from './retention.ts';
export type { ParticipationSetting } from './setting.ts';
