import type { Translation } from '../../../foundation/i18n/language.ts';
import type { surveysDe } from './survey.messages.de.ts';

export const surveysEn: Translation<typeof surveysDe> = {
  title: 'Surveys',
  note: 'What your town hall would like to know, and what others say.',
  lead: 'You need no account, and nobody notes who answered.',
  none: 'There is no survey at the moment.',
  draft: 'draft, not public yet',
  openUntil: (day) => `open until ${day}`,
  closedOn: (day) => `closed on ${day}`,
  howKept: 'Your answers and the day are stored, nothing else. You need not answer every question.',
  send: 'Send answers',
  thanks: 'Thank you. Your answers have arrived.',
  aboutWay: 'What it is about',
  results: 'Answers so far',
  noVote:
    'Counted are answers, not people: whoever wants to can answer several times. This is no vote and not representative.',
  tooFew: 'From five answers on it stands here how often what was said.',
  answered: (count) => (count === '1' ? 'one answer' : `${count} answers`),
  textsApart: 'only the town hall reads free texts',
  said: 'Answer',
  count: 'Number',
  share: 'Share',
  scale: { 1: '1 – not at all', 2: '2', 3: '3 – so so', 4: '4', 5: '5 – very much' },
  add: 'New survey',
  fields: {
    title: 'Title',
    lead: 'What is it about?',
    about: 'Page that the survey is about',
    closesOn: 'Last day',
    questions: 'Questions',
  },
  aboutHint: 'Optional, for example /agenda/leezen-01060053',
  questionsHint:
    'One question on each line, behind it how it is answered: “How content are you? | Scale”, “What is missing? | Text”, “When does it suit you? | morning; noon; evening”',
  save: 'Save',
  publish: 'Open',
  publishLead: 'Once the survey is open nothing changes any more: everybody answers the same questions.',
  publicWay: 'Public page',
  drop: 'Delete the draft',
  csv: 'Answers as a table (CSV)',
  faults: {
    missing: 'Please fill in this field.',
    'no-day': 'Please give a day that exists.',
    'no-questions':
      'Please write each question like this: question | Scale, or question | Text, or question | one; two. At most 20.',
    'no-page': 'Please give a page of this house: it begins with /.',
    'too-long': 'The text is too long.',
  },
  refused: {
    closed: 'The survey is closed.',
    'nothing-said': 'Please answer at least one question; a text has at most 2,000 characters.',
    'too-many-attempts': 'Many answers came from your network just now. Please wait a while.',
  },
};
