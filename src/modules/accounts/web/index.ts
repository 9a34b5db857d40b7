export { AccountPage } from './AccountPage.tsx';
export { type AccountMessages, accountMessages } from './messages.ts';
export { LinkSentPage, RedeemPage, SignInPage } from './SignInPage.tsx';
export type * from './view.ts';
