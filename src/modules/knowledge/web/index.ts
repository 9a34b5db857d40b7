export { NetworkPage } from './NetworkPage.tsx';
export { networkMessages } from './network.messages.ts';
export { type TwinMessages, twinMessages } from './twins/messages.ts';
export { type TwinCard, TwinsPage, type TwinsView, TwinsWherePage } from './twins/TwinsPage.tsx';
