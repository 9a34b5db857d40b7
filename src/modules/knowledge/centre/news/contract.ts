/** What the newsletter tells of; an event is an entry with a day. */
export type NewsKind = 'entry' | 'event' | 'dossier' | 'call';

export type NewsItem = {
  kind: NewsKind;
  id: string;
  /** One thing that comes again is `renewed`. */ isRenewed: boolean;
  at: Date;
  title: string;
  /** Below /netzwerk, without the language. */ path: string;
  field: string | undefined;
  /** Who wrote or keeps it; null for an account without origin. */ who: string | null;
  summary: string;
  demonstration: boolean;
};
