import type { Language } from '../../../foundation/i18n/language.ts';
import type { Payer } from '../money/payment.ts';
import type { Channel } from './booking.ts';
import type { Wish } from './fitting-pools.ts';

export type Asked = Wish & {
  /** Made by who asks, new for each request: a second try of the same one books nothing anew. */ requestKey: string;
  label: string;
  personId: string | null;
  plate: string;
  language: Language;
  channel: Channel;
  /** Asked once a space is there: who only looks is slowed down by nothing. */ mayBook?: () => Promise<boolean>;
  /** Who pays for a space of the town, where that is known already. */ payer?: Payer;
  /** In whose spaces alone; absent: in all that are within the walk. */ onlyIn?: string;
};

/** Why nothing can be promised: what to change comes first. */
export type AskRefusal = {
  refused:
    | 'in-the-past'
    | 'too-long'
    | 'too-far-ahead'
    | 'nothing-near'
    | 'too-dear'
    | 'nothing-suits'
    | 'full'
    | 'kept-for-others'
    | 'not-payable'
    | 'too-many-attempts';
};
