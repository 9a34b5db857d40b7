import { type Language, localPath } from '../../../../foundation/i18n/language.ts';
import { safeUrl } from '../../../../foundation/text/link.ts';
import { berlinDay } from '../../../../foundation/time/zone.ts';
import type { MeasurePart } from '../../web/index.ts';
import type { Measure } from '../measure.ts';
import type { MeasureEffect } from '../measure-effect.ts';
import {
  costTexts,
  effectText,
  fieldText,
  indicatorText,
  milestoneTexts,
  paperHref,
  periodText,
  resolutionTexts,
  type Words,
} from './present-measure.ts';

/** A page of this house in the language of the reader, or one on the web. */
const offeredHref = (language: Language, address: string): string | undefined =>
  address.startsWith('/') ? localPath(language, address) : safeUrl(address);

const some = (text: string): string[] => (text === '' ? [] : [text]);
const fact = (label: string, texts: string[], href?: string) => ({ label, texts, href });
const part = (title: string, facts: ReturnType<typeof fact>[]): MeasurePart => ({
  key: title,
  title,
  facts,
  edit: undefined,
});

/** One thread for everybody: promise, resolution, money, status, what is there now, effect. */
export const publicThread = (
  words: Words,
  { facts }: Pick<Measure, 'facts'>,
  effects: readonly MeasureEffect[],
  now: Date,
): MeasurePart[] => {
  const { t } = words;
  const m = t.measure;
  return [
    part(t.public.promise, [
      fact(m.goal, some(facts.goal)),
      fact(m.fields, some(facts.fields.map((field) => fieldText(t, field)).join(', '))),
      fact(m.lead, some(facts.leadRole)),
      fact(m.partners, some(facts.partners)),
    ]),
    part(m.resolution, [fact(m.resolution, resolutionTexts(words, facts), paperHref(facts))]),
    part(t.public.money, [fact(m.cost, costTexts(words, facts)), fact(m.funding, some(facts.funding))]),
    part(t.public.status, [
      fact(m.period, periodText(words, facts)),
      fact(m.milestones, milestoneTexts(words, facts, berlinDay(now))),
    ]),
    ...(facts.offered
      ? [
          part(t.section.fields.offered, [
            fact(
              t.section.fields.offeredName,
              [facts.offered.name],
              offeredHref(words.language, facts.offered.address),
            ),
          ]),
        ]
      : []),
    part(t.public.effect, [
      fact(
        m.indicators,
        facts.indicators.map((indicator) => indicatorText(words, indicator)),
      ),
      ...effects.map((effect) =>
        fact(t.effect.of(effect.title), [effectText(words, effect)], localPath(words.language, effect.path)),
      ),
    ]),
  ];
};
