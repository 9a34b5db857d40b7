export { AccountPage } from './AccountPage.tsx';
export { ForbiddenPage } from './ForbiddenPage.tsx';
export { type AccountMessages, accountMessages } from './messages.ts';
export { NoticesPage, type NoticesView } from './NoticesPage.tsx';
export { LinkSentPage, RedeemPage, SignInPage } from './SignInPage.tsx';
export { UnsubscribePage } from './UnsubscribePage.tsx';
export type * from './view.ts';
