import type { Translation } from '../../../../foundation/i18n/language.ts';
import type { de } from './messages.de.ts';

export const en: Omit<Translation<typeof de>, 'open' | 'forms'> & Pick<typeof de, 'open' | 'forms'> = {
  title: 'Cooperation nearby',
  lead: 'Show a gap or a plan. Only municipalities nearby that show the same see it, and you see theirs. Nobody else does.',
  choose: 'Please choose',
  own: 'What you show',
  none: 'You do not show anything yet.',
  ended: (day) => `ended on ${day}`,
  began: (day) => `shown since ${day}`,
  demonstration: 'invented example',
  matches: 'Municipalities with the same subject',
  noMatches: 'Nobody nearby shows the same yet. We will tell you.',
  draft: 'Draft of a joint project',
  end: 'Show no more',
  add: 'Show a gap or a plan',
  labels: {
    kind: 'What is it?',
    field: 'Field of action',
    title: 'What is it about?',
    text: 'In a few sentences',
  },
  textHint: 'At most 1,000 characters, without names of people.',
  show: 'Show',
  shown: 'Municipalities nearby with the same subject see it now.',
  endedDone: 'Nobody sees it any more.',
  tooMany: 'You already show twenty. End one first.',
  kinds: { gap: 'Gap', plan: 'Planned measure' },
  reason: (reason) => {
    if (reason.why === 'near') return `${reason.km} km away`;
    if (reason.why === 'association') return `in the same administration: ${reason.name}`;
    return reason.why === 'field' ? 'the same field of action' : 'similar words';
  },
  correct: 'Please change these details',
  faults: {
    'no-choice': 'Choose one.',
    missing: 'Something is missing here.',
    'too-long': 'This is too long.',
  },
  download: 'Download as a text file (Markdown)',
  draftTitle: (a, b) => `Joint project: ${a} and ${b}`,
  draftNote: 'Draft of what both have shown. Nothing of it is decided.',
  parts: {
    who: 'What both intend',
    shared: 'What connects them',
    open: 'Open questions',
    forms: 'Possible forms',
  },
  open: [
    'Who leads the project, and who deputises?',
    'What is to be better afterwards, and how will we notice?',
    'What does each side bring: working time, money, technology?',
    'Who procures, and by which rules?',
    'Who owns data and results, and who is liable?',
    'How does the cooperation end when one side does not want it any more?',
    'Is there funding for joint projects?',
    'Which councils must decide, and when?',
  ],
  forms: [
    'Working group (kommunale Arbeitsgemeinschaft): both consult; each side goes on deciding for itself.',
    'Agreement (Zweckvereinbarung; in some states öffentlich-rechtliche Vereinbarung): one side takes over a task for the other.',
    'Special-purpose association (Zweckverband): both found a body of its own with its own budget.',
  ],
  formsNote:
    'Which form your state has and what it requires stands in its law on municipal cooperation. Ask your supervisory authority; this is no legal advice.',
  notice: {
    subject: (town, title) => `${town} shows the same subject as you: ${title}`,
    text: (own) => `It fits »${own}«. You now see each other at the desk.`,
  },
  acts: {
    'open-cooperation': 'Showed a gap or a plan',
    'end-cooperation': 'Ended showing a gap or a plan',
  },
};
