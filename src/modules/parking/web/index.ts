export { AskPage, type AskView } from './bookings/AskPage.tsx';
export { BookingPage, type BookingView } from './bookings/BookingPage.tsx';
export { MinePage, type MineView } from './bookings/MinePage.tsx';
export { type ParkingMessages, parkingMessages } from './bookings/messages.ts';
export { SeriesPage, type SeriesView } from './bookings/SeriesPage.tsx';
export {
  type AnswerView,
  ForecastPage,
  type ForecastView,
  ForecastWherePage,
} from './effect/ForecastPage.tsx';
export {
  type ForecastMessages,
  forecastMessages,
  type PilotMessages,
  pilotMessages,
} from './effect/messages.ts';
export { PlanPage, PlansPage, type PlansView, type PlanView } from './effect/PilotPages.tsx';
export { ReportPage, type ReportView } from './effect/ReportPage.tsx';
export { DeskMoneyPage, type DeskMoneyView } from './money/DeskMoneyPage.tsx';
export { type DocumentMessages, documentMessages } from './money/document-messages.ts';
export {
  HostMoneyPage,
  type HostMoneyView,
  TaxFormPage,
  type TaxFormView,
  TaxReportPage,
  type TaxReportView,
} from './money/HostPages.tsx';
export type { MoneyView } from './money/Money.tsx';
export { type MoneyMessages, moneyMessages } from './money/messages.ts';
export { NoAnswerPage, PayPage, type PayView, TestProviderPage, type TestView } from './money/PayPages.tsx';
export { type PermitMessages, permitMessages } from './permit/messages.ts';
export { PermitPage, type PermitView } from './permit/PermitPage.tsx';
export { type PriceMessages, priceMessages } from './pricing/messages.ts';
export { PricesPage, type PricesView } from './pricing/PricesPage.tsx';
export { CoursePage, type CourseView } from './sites/CoursePage.tsx';
export { type SiteMessages, siteMessages } from './sites/messages.ts';
export type { SiteCard } from './sites/SiteCardItem.tsx';
export { SitesPage, type SitesView, SitesWherePage } from './sites/SitesPage.tsx';
export { type SpaceMessages, spaceMessages } from './spaces/messages.ts';
export { SpacePage, type SpaceView } from './spaces/SpacePage.tsx';
export {
  SpaceFormPage,
  type SpaceFormView,
  SpacesPage,
  type SpacesView,
} from './spaces/SpacePages.tsx';
export { type TownMessages, townMessages } from './town/messages.ts';
export { PhonePage, PhoneSheetPage, type PhoneSheetView, type PhoneView } from './town/PhonePages.tsx';
export { type PhoneMessages, phoneMessages } from './town/phone.messages.ts';
export { RestDaysPage, type RestDaysView } from './town/RestDaysPage.tsx';
export { SourcesDeskPage, type SourcesDeskView } from './town/SourcesDeskPage.tsx';
export { type SourceMessages, sourceMessages } from './town/source.messages.ts';
export { CheckPage, TownPage, type TownView } from './town/TownPage.tsx';
