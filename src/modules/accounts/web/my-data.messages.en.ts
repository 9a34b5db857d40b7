import type { Translation } from '../../../foundation/i18n/language.ts';
import type { myDataDe } from './my-data.messages.de.ts';

export const myDataEn: Translation<typeof myDataDe> = {
  title: 'What is stored about you',
  lead: 'This page shows everything that belongs to your account here. Passwords and links are kept as a check value only, which we do not show.',
  download: 'Download everything as a file (JSON)',
  retention: 'How long we keep data',
  count: (count) => `Number of entries: ${count}.`,
  none: 'Nothing is stored about this',
  more: (count) => `Another ${count} stand in the file.`,
  yes: 'yes',
  no: 'no',
  methods: { password: 'Password', mailLink: 'Link by mail', provider: 'Provider' },
  changes: { grant: 'to administer', remove: 'to administer no longer' },
  deletion: {
    heading: 'Delete the account',
    link: 'Delete my account',
    title: 'Delete the account',
    lead: 'This cannot be taken back.',
    goes: 'What is deleted',
    goesList:
      'Your name, your mail address, your password, your sign-ins on all devices, your roles, your notices and settings.',
    stays: 'What stays',
    staysList:
      'What you published for an organisation belongs to it and stays. The log of the organisation keeps what was done, with a number instead of your name. The number then leads to nobody.',
    next: 'Continue',
    confirmTitle: 'Really delete?',
    confirmLead: (label) => `You delete the account of ${label}. You are then signed out everywhere.`,
    button: 'Delete the account for good',
    keep: 'Keep the account',
    done: 'Your account is deleted',
    doneLead: 'You are signed out on all devices. You can go on using the public pages.',
    again: 'Sign in again',
  },
  refusals: {
    'sign-in-too-old': 'You signed in more than 15 minutes ago. Please sign in again, then it goes on here.',
    'last-administrator': (organisations) =>
      `You are the only one who administers: ${organisations}. First give somebody else the role “Administrator of accounts” there.`,
  },
};
