export { DetailPage } from './DetailPage.tsx';
export { EntryFormPage } from './desk/EntryFormPage.tsx';
export { EntryListPage, ImportedListPage, SurePage } from './desk/EntryListPage.tsx';
export { EntryPage } from './desk/EntryPage.tsx';
export { type EntryMessages, entryMessages } from './desk/messages.ts';
export { NewEntryPage, TemplatesPage } from './desk/NewEntryPage.tsx';
export { SheetPage, SheetsPage } from './desk/SheetPages.tsx';
export type * from './desk/view.ts';
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
