export const riskKinds = ['divided', 'vendor', 'outage', 'cost', 'surveillance', 'rights', 'other'] as const;
export type RiskKind = (typeof riskKinds)[number];
export const riskStates = ['open', 'handled', 'accepted'] as const;
export type RiskState = (typeof riskStates)[number];

/** Art. 35 (3) GDPR: each of them alone makes an assessment obligatory. */
export const obligatoryCases = ['profiling', 'special-data', 'public-monitoring'] as const;
/** The nine criteria of the guidelines WP 248 rev.01 of the data protection authorities, III B. */
export const criteria = [
  'scoring',
  'automated-decision',
  'monitoring',
  'sensitive',
  'large-scale',
  'matching',
  'vulnerable',
  'innovative',
  'prevents',
] as const;
export const dpiaTexts = [
  'description',
  'purpose',
  'necessity',
  'dangers',
  'safeguards',
  'officer',
  'views',
] as const;

/** A data protection impact assessment, as far as it is written. */
export type Dpia = {
  cases: (typeof obligatoryCases)[number][];
  criteria: (typeof criteria)[number][];
  /** Whether personal data are touched at all; null: not answered yet. */ hasPersonalData: boolean | null;
  /** What the processing is (Art. 35 (7) a). */ description: string;
  /** What for, and which law allows it. */ purpose: string;
  /** Why it is necessary and proportionate (b). */ necessity: string;
  /** Dangers for people (c). */ dangers: string;
  /** What is done about them (d). */ safeguards: string;
  /** The advice of the data protection officer (Art. 35 (2)). */ officer: string;
  /** The views of those concerned (Art. 35 (9)), or why they were not asked. */ views: string;
};

export type Threshold =
  | 'unanswered'
  | 'no-personal-data'
  | 'obligatory'
  | 'required'
  | 'weigh'
  | 'not-required';
