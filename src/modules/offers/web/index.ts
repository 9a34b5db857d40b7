export { DetailPage } from './DetailPage.tsx';
export { ListPage } from './ListPage.tsx';
export { type OfferMessages, offerMessages } from './messages.ts';
export { OfferCard } from './OfferCard.tsx';
export { LinksPage } from './sources/LinksPage.tsx';
export { fetchReason, type SourceMessages, sourceMessages } from './sources/messages.ts';
export { SourcesPage, type SourcesView } from './sources/SourcesPage.tsx';
export { ModerationPage, type ModerationView } from './suggestions/ModerationPage.tsx';
export { type SuggestionMessages, suggestionMessages } from './suggestions/messages.ts';
export {
  type SuggestField,
  SuggestPage,
  SuggestThanksPage,
  type SuggestView,
  SuggestWherePage,
} from './suggestions/SuggestPage.tsx';
export { ThanksPage } from './ThanksPage.tsx';
export type * from './view.ts';
