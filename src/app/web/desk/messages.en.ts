import type { Translation } from '../../../foundation/i18n/language.ts';
import type { de } from './messages.de.ts';

export const en: Translation<typeof de> = {
  title: 'For town halls',
  lead: 'Municipalities, associations, districts and clubs work here: they write and publish entries, read tables in, look at suggestions.',
  signIn: 'Sign in',
  signInLead: 'To work, you sign in. Everybody can read, without an account.',
  none: 'You work for no organisation yet. Whoever administers there invites you by your mail address.',
  yours: 'Your organisations',
  through: (name) => `for ${name}`,
  rights: 'Who may do what?',
  how: 'How your municipality joins',
  howText:
    'Whoever runs this application invites the first person who administers. That person then invites everybody else. A small place can have its entries kept by its association or district for a while.',
  how2: 'What you enter is yours: you take everything along at any time, in open formats.',
  ways: {
    label: 'Your desk',
    today: 'Today',
    offers: 'Entries',
    sheets: 'Tables',
    suggestions: 'Suggestions and reports',
    sources: 'Sources',
    links: 'Links',
    members: 'People and roles',
    log: 'Log',
    jobs: 'In the background',
    data: 'Take data along',
  },
  waiting: {
    title: 'What waits for you today',
    nothing: 'Nothing waits. Well done.',
    due: (day) => `by ${day}`,
    overdue: (day) => `overdue since ${day}`,
    change: 'A change of administrators waits for agreement',
    new: 'New entry',
    upload: 'Read a table in',
  },
};
