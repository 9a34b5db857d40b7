/** What the pages show: facts already in words. */

export type LinkView = { href: string; label: string; note?: string | undefined };

/** Place and further parameters that a GET form carries along. */
export type HiddenFields = [name: string, value: string][];

export type SearchView = {
  heading: string;
  action: string;
  hidden: HiddenFields;
  text: string;
  hasPlace: boolean;
  results?: { heading: string; links: LinkView[]; hasMore: boolean; isNone: boolean };
  lifeEvents: (LinkView & { isHere: boolean })[];
  /** Ways in that other parts of the house have. */ ways: LinkView[];
  /** How good all this is. */ quality: LinkView[];
};

export type OfficeView = {
  name: string;
  href: string;
  address: string[];
  state: { kind: 'open' | 'closed' | 'unknown'; text: string; shape: string };
  hours: string[];
  phone?: { label: string; href: string };
  mail?: string;
  web?: string;
  access: string[];
  routeHref?: string;
};

export type AnswerView =
  | { kind: 'no-place'; action: string; hidden: HiddenFields }
  | { kind: 'one'; office: OfficeView; reasons: string[]; age: string; isDemonstration: boolean }
  | {
      kind: 'ask';
      question: string;
      choices: LinkView[];
      field?: {
        names: ('strasse' | 'hausnummer' | 'plz')[];
        action: string;
        hidden: HiddenFields;
        values: Record<string, string>;
      };
    }
  | { kind: 'unknown'; reason: string };

export type TextView = { heading: string; paragraphs: string[]; language?: string | undefined };

export type ServiceView = {
  /** The same in Leichte Sprache. */ simple?: string | undefined;
  name: string;
  summary: string[];
  summaryLanguage?: string | undefined;
  isDemonstration: boolean;
  isWithdrawn: boolean;
  otherUnit?: string | undefined;
  place?: string | undefined;
  answer: AnswerView;
  online?: { href: string; label: string; trust?: string | undefined };
  evidence?: TextView | undefined;
  cost?: TextView | undefined;
  durations: TextView[];
  ways: string[];
  forms: LinkView[];
  details: TextView[];
  law?: TextView | undefined;
  key?: string | undefined;
  source: { read: string; name: string; licence: string };
  wrong: { action: string; value: string; error?: string | undefined; hidden: HiddenFields };
};

export type OfficePageView = {
  office: OfficeView;
  organisation?: string | undefined;
  isDemonstration: boolean;
  isWithdrawn: boolean;
  services: LinkView[];
  source: { read: string; name: string; licence: string };
};

export type CoverageView = {
  finding?: string | undefined;
  checked?: string | undefined;
  rows: { area: string; href?: string | undefined; figures: string[] }[];
  /** Absent without a place. */ gaps?: LinkView[];
  faults: string[];
};
