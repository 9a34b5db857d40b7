/** How somebody helps, or that they cannot. */
export const ways = ['answer', 'visit', 'call', 'decline'] as const;
export type Way = (typeof ways)[number];

/** Why somebody was asked. `alike` carries its words, because the figures behind them change. */
export type AskedBecause =
  | { why: 'named' | 'entry' | 'field'; title: string }
  | { why: 'alike'; de: string; en: string }
  | { why: 'centre' | 'partner' | 'volunteer' };

export type HelperRole = 'town' | 'centre' | 'partner' | 'volunteer';

export type QuestionPart = 'title' | 'question' | 'field' | 'words' | 'entry' | 'people';

export type QuestionFault = 'missing' | 'too-long' | 'no-choice' | 'no-entry' | 'no-number';
export type OfferFault = 'no-way' | 'no-text' | 'too-long' | 'two-days' | 'past-day';
/** What an answer becomes. */
export const answerKinds = ['guide', 'caseStudy'] as const;
export type AnswerKind = (typeof answerKinds)[number];
