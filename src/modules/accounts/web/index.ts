export { AccountPage } from './AccountPage.tsx';
export { ForbiddenPage } from './ForbiddenPage.tsx';
export { type AccountMessages, accountMessages } from './messages.ts';
export { LinkSentPage, RedeemPage, SignInPage } from './SignInPage.tsx';
export type * from './view.ts';
