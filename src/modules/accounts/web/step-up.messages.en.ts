import type { Translation } from '../../../foundation/i18n/language.ts';
import type { stepUpDe } from './step-up.messages.de.ts';

export const stepUpEn: Translation<typeof stepUpDe> = {
  title: 'A stronger sign-in is needed here',
  lead: (level) =>
    `For this step we must know for sure who you are. The level of trust “${level}” is needed.`,
  present: (level) => `Your present sign-in has the level of trust “${level}”.`,
  none: 'There is no stronger sign-in here',
  noneText:
    'Whoever runs this application has set up no provider that confirms this level of trust. Please turn to the office itself.',
  tooLow: (level, needs) =>
    `The provider confirmed you with the level of trust “${level}”. Needed is “${needs}”. Choose a stronger sign-in there, for example with the online identity card.`,
  notSent: 'What you typed was not sent. “Back” in your browser shows it again.',
  link: 'Sign in more strongly',
};
