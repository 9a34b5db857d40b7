import { formatDate, formatNumber } from '../../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../../foundation/i18n/language.ts';
import type { ParticipationMessages, ReportLine, ReportView } from '../../web/index.ts';
import { isShown, type Report, type Step } from '../report.ts';
import { reportPaths } from './reports-paths.ts';

export type Words = { language: Language; t: ParticipationMessages };

export const lineOf = (
  { language, t: { reports: t } }: Words,
  report: Report,
  isWhole = false,
): ReportLine => ({
  id: report.id,
  href: localPath(language, reportPaths.one(report.id)),
  title: t.categories[report.category],
  note: [
    t.states[report.state],
    t.reportedOn(formatDate(language, report.reportedAt)),
    report.address,
    ...(report.supporters > 0 ? [t.supporters(formatNumber(language, report.supporters))] : []),
  ]
    .filter(Boolean)
    .join(' · '),
  text: isWhole || isShown(report.state) ? report.text : t.unread,
});

/** One report with its way; text and pictures of an unread one are for the town and who reported it. */
export const reportView = (
  words: Words,
  report: Report,
  {
    steps,
    office,
    pictures,
    isWhole,
  }: {
    steps: readonly Step[];
    office: string | undefined;
    pictures: { href: string; alt: string }[];
    isWhole: boolean;
  },
): ReportView => {
  const { language } = words;
  const t = words.t.reports;
  const { lat, lon } = report.point;
  return {
    ...lineOf(words, report, isWhole),
    state: t.states[report.state],
    facts: [
      { label: t.office, value: office ?? t.officeUnknown },
      { label: t.address, value: report.address || t.none },
      { label: t.place, value: `${formatNumber(language, lat)}, ${formatNumber(language, lon)}` },
    ],
    pictures: isWhole || isShown(report.state) ? pictures : [],
    steps: steps.map(({ id, state, note, by, at }) => ({
      id,
      head: [formatDate(language, at), t.states[state], t.by[by]].join(' · '),
      note: isWhole || by === 'town' || isShown(report.state) ? note : '',
    })),
  };
};
