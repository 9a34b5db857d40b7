export { type PermitMessages, permitMessages } from './permit/messages.ts';
export { PermitPage, type PermitView } from './permit/PermitPage.tsx';
