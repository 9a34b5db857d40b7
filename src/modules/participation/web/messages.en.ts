import type { Translation } from '../../../foundation/i18n/language.ts';
import type { de } from './messages.de.ts';
import { reportsEn } from './report.messages.en.ts';
import { surveysEn } from './survey.messages.en.ts';

export const en: Translation<typeof de> = {
  title: 'Take part',
  lead: 'Tell your town hall what is missing and what you think. Without an account, and without anybody following you.',
  where: 'In which municipality?',
  whereHint: 'Name or postcode',
  whereButton: 'Go on',
  reports: reportsEn,
  surveys: surveysEn,
  comments: {
    of: (title) => `Your opinion on: ${title}`,
    way: (count) => (count === '0' ? 'Say what you think' : `Opinions (${count})`),
    lead: 'You need no account. Somebody at the town hall reads your text before it stands here.',
    rules:
      'Not shown are insults, facts about other people, advertising, and what does not belong to the subject. Criticism is shown.',
    back: 'Back to the subject',
    text: 'What would you like to say?',
    name: 'How shall we call you?',
    nameHint: 'Optional. It need not be your name.',
    nameless: 'without a name',
    send: 'Send',
    thanks: 'Thank you. Your text has arrived and will be read. Then it stands here.',
    none: 'Nobody has said anything yet.',
    said: 'What others say',
    answered: 'Answer of the town hall',
    notice: (title) => `New opinion on: ${title}`,
    refused: {
      'no-text': 'Please write what you would like to say.',
      'too-long': 'The text is too long: at most 4,000 characters.',
      'too-many': 'Very many texts wait for the town hall at the moment. Please try again in some days.',
      'too-many-attempts': 'Many texts came from your network just now. Please wait a while.',
      'no-choice': 'Please choose what happens to the comment.',
    },
    desk: 'Opinions on goals and measures',
    deskLead: 'What is uncomfortable is shown as well. Only what breaks one of the rules is declined.',
    nothing: 'Nobody has written anything.',
    gone: 'The subject is not public any more.',
    decision: 'What happens to it?',
    show: 'show',
    decline: (reason) => `do not show: ${reason}`,
    reasons: {
      insult: 'insult',
      'personal-data': 'facts about other people',
      advertising: 'advertising',
      'off-topic': 'does not belong to the subject',
    },
    answer: 'Answer (public, optional)',
    save: 'Decide',
    saved: 'Saved.',
    states: { waiting: 'waits', shown: 'is shown', declined: 'declined' },
  },
  acts: {
    'write-survey': 'Survey edited',
    'publish-survey': 'Survey opened',
    'set-routes': 'Who takes care of reports entered',
    'move-report': 'Report worked on',
    'show-comment': 'Comment shown or answered',
    'decline-comment': 'Comment declined',
  },
};
