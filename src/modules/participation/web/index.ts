export { CommentsDeskPage } from './comments/CommentsDeskPage.tsx';
export { CommentsPage, type CommentsView } from './comments/CommentsPage.tsx';
export { type ParticipationMessages, participationMessages } from './messages.ts';
