import type { Translation } from '../../../foundation/i18n/language.ts';
import type { keptFormsDe } from './kept-form.messages.de.ts';

export const keptFormsEn: Translation<typeof keptFormsDe> = {
  title: 'What you typed is still here',
  lead: 'Your sign-in had run out when you sent a form. We kept it, for 12 hours at most. We never keep passwords.',
  none: 'Nothing is kept for you here',
  noneLead: 'Only the person who typed it sees what is kept. After 12 hours it is deleted.',
  needed: 'Your sign-in had run out. What you typed is kept. Sign in, and you can send it.',
  of: (at) => `Typed on ${at}`,
  forPage: (path) => `For the page ${path}`,
  show: 'Look at what you typed',
  send: 'Send now',
  discard: 'Discard',
};
