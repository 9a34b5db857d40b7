export { DetailPage } from './DetailPage.tsx';
export { ListPage } from './ListPage.tsx';
export { type OfferMessages, offerMessages } from './messages.ts';
export { OfferCard } from './OfferCard.tsx';
export { ThanksPage } from './ThanksPage.tsx';
export type * from './view.ts';
