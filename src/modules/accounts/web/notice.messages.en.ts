import type { Translation } from '../../../foundation/i18n/language.ts';
import type { noticesDe } from './notice.messages.de.ts';

export const noticesEn: Translation<typeof noticesDe> = {
  title: 'Notices',
  titleWithNew: (unread) => `Notices (${unread} new)`,
  lead: 'Here you see what has changed for you. The newest stands on top.',
  none: 'You have no notices yet.',
  unread: 'new',
  open: 'Look at it',
  allRead: 'Mark all as read',
  position: (page, pages) => `Page ${page} of ${pages}`,
  newer: 'Newer',
  older: 'Older',
  pages: 'More notices',
  count: (unread) => `Not read yet: ${unread}.`,
  settingHeading: 'When you get a mail',
  settingLead: 'This page always shows everything. Here you say what you get a mail about as well.',
  noMail: 'Your account has no mail address. You therefore read notices on this page only.',
  always: 'About your account and its safety we always write at once.',
  quietHeading: 'Quiet hours',
  quietLead:
    'In this time, on Sundays and on public holidays of all Germany we send nothing, except about your account. Leave both fields empty for no quiet hours.',
  quietFrom: 'Quiet from',
  quietTo: 'Quiet until',
  quietHint: 'A time, for example 20:00',
  save: 'Save settings',
  saved: 'Your settings are saved.',
  topics: {
    account: 'Your account',
    review: 'Entries that you should look at again',
    suggestions: 'Suggestions and reports',
    publishing: 'Publications',
    links: 'Sources and links that no longer work',
    applications: 'Applications',
    parking: 'Parking spaces (at once, in quiet hours as well)',
  },
  paces: { atOnce: 'at once', daily: 'once a day, together', never: 'no mail' },
  refusals: {
    'quiet-hours-incomplete': 'Enter both times, or leave both fields empty.',
    'quiet-hours-no-time': 'Enter times from 00:00 to 23:59, for example 20:00 and 07:00.',
    'quiet-hours-whole-day': 'Beginning and end are the same. Choose two different times.',
    'unsubscribe-link-unknown':
      'We do not know this link any more. You end mails in your account under “Notices”.',
  },
  unsubscribe: {
    title: 'End mails',
    lead: (topics) => `You then get no more mails about: ${topics}.`,
    stays: 'In your account you still read these notices.',
    button: 'End them now',
    done: 'Ended',
    doneLead: (topics) => `You get no more mails about: ${topics}.`,
    back: 'In your account under “Notices” you switch them on again.',
  },
  told: {
    password: {
      subject: 'Your password was set',
      text: 'If that was not you, request a link on the sign-in page and set a new password.',
    },
    granted: (role, organisation) => `New role: “${role}” at ${organisation}`,
    removed: (role, organisation) => `Role ended: “${role}” at ${organisation}`,
    roleText:
      'What it lets you do stands under “Who may do what?”. Each change stands in the log of the organisation.',
    proposed: (organisation) => `Your agreement is missing: who administers at ${organisation}?`,
    proposedText: 'Somebody proposes a change of administrators. Agree, or decline.',
    delegated: (organisation) => `${organisation} hands a task over to you`,
    delegatedText: (role, first, last) =>
      `Whoever has the role “${role}” with you also works for this organisation from ${first} to ${last}.`,
  },
  mail: {
    greeting: 'Hello,',
    topic: (topic) => `== ${topic} ==`,
    several: (count) => `Allmende: ${count} notices for you`,
    always: 'You get this message because it is about your account.',
    why: (topic, pace) => `You get this message because you get mails about “${topic}”: ${pace}.`,
    end: (topic) => `No more mails about “${topic}”:`,
    change: 'All notices and your settings:',
  },
};
