import { formatDate, formatNumber, formatTime } from '../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../foundation/i18n/language.ts';
import type { SeriesStep } from '../contract.ts';
import type { ShownAlert } from '../guard/alert-store.ts';
import { captureOf } from '../guard/capture.ts';
import type { FindingOfTown } from '../guard/guard-store.ts';
import { sensorMessages } from '../web/index.ts';

const whole = (language: Language, value: number): string => formatNumber(language, Math.round(value));

export const whenOf = (language: Language, at: Date): string =>
  `${formatDate(language, at)}, ${formatTime(language, at)}`;

/** How much of what should have come is there, and how far it can be trusted. */
export const captureTexts = (
  language: Language,
  days: readonly SeriesStep[],
  { today, qualities }: { today: string; qualities: readonly number[] },
): string[] => {
  const t = sensorMessages(language).capture;
  const capture = captureOf(days, today);
  const [raw = 0, checked = 0, corrected = 0, doubtful = 0] = qualities;
  const share = capture && formatNumber(language, Math.floor(capture.share * 1000) / 10);
  const kinds = [raw, checked, corrected, doubtful].map((count) => formatNumber(language, count));
  return [
    capture
      ? t.all(whole(language, capture.there), whole(language, capture.expected), share ?? '')
      : t.unknown,
    ...(raw + checked + corrected + doubtful > 0
      ? [t.kinds(kinds[0] ?? '', kinds[1] ?? '', kinds[2] ?? '', kinds[3] ?? '')]
      : []),
  ];
};

export type AlertView = {
  key: string;
  href: string;
  thing: string;
  text: string;
  isOpen: boolean;
  isInvented: boolean;
};

export const alertViews = (language: Language, alerts: readonly ShownAlert[]): AlertView[] => {
  const t = sensorMessages(language).alerts;
  return alerts.map((one) => ({
    key: one.id,
    href: localPath(language, `/sensoren/${one.thing}`),
    thing: one.thingName,
    text: [
      t.raised(
        one.threshold,
        formatNumber(language, one.raisedValue),
        one.unit,
        whenOf(language, one.raisedAt),
      ),
      one.clearedAt ? t.cleared(whenOf(language, one.clearedAt)) : t.still,
    ].join('; '),
    isOpen: one.clearedAt === null,
    isInvented: one.demonstration,
  }));
};

export type FindingView = { key: string; title: string; rule: string; state: string };

export const findingViews = (language: Language, findings: readonly FindingOfTown[]): FindingView[] => {
  const t = sensorMessages(language).guard;
  return findings.map((one) => ({
    key: one.id,
    title: t.subject(one.thingName, t.kinds[one.kind]),
    rule: t.rules[one.kind](one.stream, one.seen, one.bound, one.unit),
    state: one.closedAt
      ? t.closed(formatDate(language, one.closedAt))
      : t.open(whenOf(language, one.openedAt)),
  }));
};
