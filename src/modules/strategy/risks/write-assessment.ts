import { formatDate } from '../../../foundation/i18n/format.ts';
import type { Language } from '../../../foundation/i18n/language.ts';
import { writeLetter } from '../../../foundation/text/write-letter.ts';
import { riskMessages } from '../web/index.ts';
import { dpiaTexts } from './contract.ts';
import type { StoredDpia } from './risk-store.ts';
import { noDpia, thresholdOf } from './threshold.ts';

/** The assessment as a tagged PDF; what is blank is said to be missing. */
export const writeAssessment = (
  language: Language,
  {
    sender,
    title,
    stored,
    now,
  }: { sender: string; title: string; stored: StoredDpia | undefined; now: Date },
): Buffer => {
  const t = riskMessages(language);
  const content = stored?.content ?? noDpia;
  const listed = (names: string[]) => (names.length === 0 ? t.dpia.none : names.join('; '));
  return writeLetter({
    lang: language,
    sender,
    title: `${t.dpiaTitle}: ${title}`,
    note:
      stored?.signedAt && stored.signedRole !== null
        ? t.dpia.signed(stored.signedRole, formatDate(language, stored.signedAt))
        : t.dpia.notSigned,
    facts: [
      [t.dpia.threshold, t.thresholds[thresholdOf(content)]],
      [t.dpia.cases, listed(content.cases.map((one) => t.cases[one]))],
      [t.dpia.criteriaLegend, listed(content.criteria.map((one) => t.criteria[one]))],
      [language === 'de' ? 'Stand' : 'As of', formatDate(language, now)],
    ],
    paragraphs: [t.dpia.lead],
    groups: dpiaTexts.map((name) => ({
      title: t.texts[name],
      rows: [['', content[name] || t.dpia.missing(t.texts[name])]],
    })),
  });
};
