import type { Translation } from '../../../foundation/i18n/language.ts';
import type { de } from './messages.de.ts';

export const en: Translation<typeof de> = {
  signInTitle: 'Sign in',
  signInLead: 'You need no account to read. Sign in when you want to enter or edit something.',
  errorTitle: 'Error:',
  correct: 'Please check:',
  provider: {
    heading: (name) => `Sign in with ${name}`,
    button: (name) => `Continue to ${name}`,
    lead: 'You sign in there and then come back here.',
  },
  password: {
    heading: 'Sign in with a password',
    mail: 'Mail address',
    password: 'Password',
    button: 'Sign in',
  },
  link: {
    heading: 'Without a password: a link by mail',
    lead: 'Also if you forgot your password. The link is good for 15 minutes and only once.',
    mail: 'Mail address for the link',
    button: 'Request a link',
    sentTitle: 'Look into your mailbox',
    sent: 'If there is an account for this address, a link is on its way. It is good for 15 minutes.',
    staysHere:
      'This is a demonstration without a mail server: the message lies as a file in the folder “mail” of the application.',
    redeemTitle: 'Confirm signing in',
    redeemLead: 'With this step you sign in on this device.',
    redeemButton: 'Sign in now',
    subject: 'Your link to sign in to Allmende',
    text: (url) =>
      `Hello,\n\nwith this link you sign in. It is good for 15 minutes and only once:\n\n${url}\n\nIf you did not ask for it, delete this message. Nothing has happened.`,
  },
  sessionRule:
    'After 2 hours without opening a page we sign you out, after 12 hours at the latest. The page says so 15 minutes before.',
  cookies:
    'Only when you sign in do we set two cookies: one for being signed in, one by which we know your device again.',
  unsafe: {
    title: 'You cannot sign in at this address',
    text: 'The connection is not encrypted. Whoever runs the application must offer it by https (setting PUBLIC_URL).',
  },
  signedOut: 'You are signed out.',
  needed: 'Please sign in. You then continue where you were.',
  account: {
    title: 'Your account',
    lead: (label) => `You are signed in as ${label}.`,
    level: 'Level of trust',
    ends: 'Signed out without opening another page',
    sessions: 'Where you are signed in',
    device: 'Device',
    started: 'signed in',
    seen: 'last used',
    here: 'this device',
    unknownDevice: 'unknown device',
    signOut: 'Sign out',
    everywhere: 'Sign out everywhere',
    everywhereLead: 'Ends every sign-in, this one too.',
  },
  change: {
    heading: 'Set a password',
    current: 'Present password',
    next: 'New password',
    hint: 'At least 10 characters. Several words that do not belong together are good. Spaces are allowed.',
    button: 'Save password',
    done: (ended) => `Your password is saved. Other sign-ins ended: ${ended}.`,
  },
  levels: { low: 'low', substantial: 'substantial', high: 'high' },
  ending: (time) => `You will be signed out at ${time}. Save what you have entered, and then sign in again.`,
  refusals: {
    'wrong-mail-or-password': 'The mail address or the password is not right. Check both, or request a link.',
    'too-many-attempts': 'These were too many attempts. Please wait and then try again.',
    'not-a-mail-address': 'Enter a mail address, for example name@example.org.',
    'link-used-or-old': 'This link is no longer good. Please request a new one.',
    'password-too-short': 'Use at least 10 characters.',
    'password-too-long': 'Use at most 128 characters.',
    'password-common': 'This password is used often and easy to guess. Choose another one.',
    'password-is-mail': 'Choose a password that is not like your mail address.',
    'wrong-password': 'The present password is not right.',
    'provider-failed': 'Signing in at the provider did not work. Please try again.',
    'provider-unreachable': 'The provider cannot be reached right now. Please try again later.',
  },
};
