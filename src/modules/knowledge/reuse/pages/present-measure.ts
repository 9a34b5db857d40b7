import { formatNumber } from '../../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../../foundation/i18n/language.ts';
import { entryPath } from '../../library/pages/present-entry.ts';
import type { MeasureView, ReuseMessages } from '../../web/index.ts';
import { libraryMessages } from '../../web/index.ts';
import type { MeasureDraft, ScaledCost } from '../contract.ts';

export type Words = { language: Language; t: ReuseMessages };

const costText = ({ language, t }: Words, cost: ScaledCost | null): string[] => {
  if (!cost) return [];
  const euros = (amount: number) => `${formatNumber(language, amount)} €`;
  if (!cost.here) return [t.costThere(euros(cost.there))];
  const { least, proposed, most } = cost.here;
  return [least === most ? euros(most) : t.cost(euros(proposed), euros(least), euros(most))];
};

/** Beyond this the two bounds lie so far apart that they say little. */
const FAR_APART = 10;

const ruleOf = ({ language, t }: Words, { costOnce, costYearly, ...draft }: MeasureDraft) => {
  const { population: there } = draft.origin;
  const { population: here } = draft.for;
  if (!there || !here || !(costOnce?.here || costYearly?.here)) return undefined;
  const rule = t.rule(formatNumber(language, there), formatNumber(language, here));
  const ratio = here / there;
  return ratio > FAR_APART || ratio < 1 / FAR_APART ? `${rule} ${t.farApart}` : rule;
};

export const presentMeasure = (words: Words, draft: MeasureDraft): MeasureView => {
  const { language, t } = words;
  const { choices } = libraryMessages(language);
  const one = (text: string | null) => (text === null ? [] : [text]);
  const { indicator, origin } = draft;
  const facts = [
    { label: t.field, texts: one(draft.field && (choices[draft.field] ?? draft.field)) },
    { label: t.costOnce, texts: costText(words, draft.costOnce) },
    { label: t.costYearly, texts: costText(words, draft.costYearly) },
    {
      label: t.months,
      texts: draft.months === null ? [] : [t.inMonths(formatNumber(language, draft.months))],
    },
    { label: t.staff, texts: one(draft.staff) },
    { label: t.funding, texts: one(draft.funding) },
    { label: t.legalBasis, texts: one(draft.legalBasis) },
    { label: t.dataProtection, texts: one(draft.dataProtection) },
    { label: t.risks, texts: draft.risks },
    {
      label: t.indicator,
      texts: [
        ...(indicator?.before ? [t.before(indicator.before)] : []),
        ...(indicator?.after ? [t.after(indicator.after)] : []),
      ],
    },
  ];
  return {
    goal: draft.goal,
    facts,
    rule: ruleOf(words, draft),
    checklist: draft.checklist.map(({ what, text }) => ({
      what: t.checks[what] ?? what,
      text: text ?? t.blank,
    })),
    entry: {
      label: `${draft.title} (${origin.organisation ?? ''})`,
      href: localPath(language, entryPath(origin.entry, origin.version)),
    },
  };
};

/** The same as text, to paste into a paper; the source and its licence stand below. */
export const measureMarkdown = (words: Words, draft: MeasureDraft): string => {
  const { t } = words;
  const view = presentMeasure(words, draft);
  const { origin } = draft;
  const facts = view.facts.map(
    ({ label, texts }) => `**${label}:** ${texts.length === 0 ? `*${t.blank}*` : texts.join('; ')}`,
  );
  const checklist = view.checklist.map(
    ({ what, text }) => `- [ ] **${what}:** ${text.replaceAll('\n', ' ')}`,
  );
  return [
    `# ${draft.title} – ${draft.for.name}`,
    view.goal,
    facts.join('\n\n'),
    ...(view.rule === undefined ? [] : [`*${view.rule}*`]),
    `## ${t.checklist}`,
    checklist.join('\n'),
    `${t.from}: ${view.entry.label}, ${origin.address}, ${origin.licence}`,
  ].join('\n\n');
};
