export { CoveragePage } from './CoveragePage.tsx';
export { type ServiceMessages, serviceMessages } from './messages.ts';
export { OfficePage } from './OfficePage.tsx';
export { SearchPage } from './SearchPage.tsx';
export { ServicePage, WrongThanksPage } from './ServicePage.tsx';
export type * from './view.ts';
