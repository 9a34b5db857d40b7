import { formatDate, formatNumber } from '../../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../../foundation/i18n/language.ts';
import { withPlace } from '../../../../foundation/ui/page.ts';
import { type PlaceIndex, slugOf } from '../../../municipalities/index.ts';
import { type Feature, features, LARGEST_WEIGHT, presetNames } from '../../contract.ts';
import type { KnowledgeHere } from '../../setting.ts';
import type { TwinCard, TwinMessages, TwinsView } from '../../web/index.ts';
import { closenessOf, explainTwin } from '../explain-twin.ts';
import type { Profile } from '../profile.ts';
import { figureText, reasonText, wordText } from '../put-into-words.ts';
import { notComparedIn, type Twin } from '../twin-finder.ts';
import { presetInAddress, type TwinChoice, weightName } from './twin-parameters.ts';

const AT = '/netzwerk/zwillinge';

type Words = { language: Language; t: TwinMessages };
type Asked = { here: KnowledgeHere; own: Profile; choice: TwinChoice; twins: Twin[]; places: PlaceIndex };

const distanceText = (language: Language, distance: number): string =>
  formatNumber(language, Math.round(distance * 100) / 100);

const placeOf = ({ name, ags, ars }: Profile) => ({ label: name, parameters: { ort: ags ?? ars } });

/** District and state, to tell namesakes apart. */
const regionOf = (places: PlaceIndex, { ars, words }: Profile): string => {
  const district = places.chain(ars).find(({ level }) => level === 'district');
  const name = district?.kind.startsWith('urbanDistrict') ? undefined : district?.name;
  return [name, words.state].filter(Boolean).join(', ');
};

const cardOf = ({ language, t }: Words, { own, choice, places }: Asked, twin: Twin): TwinCard => {
  const { profile, distance } = twin;
  const reasons = explainTwin(own, twin, choice.weights);
  const texts = (isDifferent: boolean) =>
    reasons
      .filter(({ likeness }) => (likeness === 'different') === isDifferent)
      .map((reason) => reasonText(language, reason));
  const missing = notComparedIn(twin, choice.weights);
  const unit = places.get(profile.ars);
  return {
    key: profile.ars,
    name: profile.name,
    href: localPath(language, unit ? `/ort/${slugOf(unit)}` : '/orte'),
    region: regionOf(places, profile),
    closeness: t.closeness[closenessOf(distance)],
    distance: t.distance(distanceText(language, distance)),
    alike: texts(false),
    different: texts(true),
    missing:
      missing.length > 0
        ? t.notCompared(missing.map((feature) => t.features[feature]).join(', '))
        : undefined,
    twinsHref: withPlace(placeOf(profile), localPath(language, AT), inAddress(choice)),
  };
};

const inAddress = ({ preset, weights, isOwn }: TwinChoice): Record<string, string> => ({
  ...(preset !== 'balanced' && { vorlage: presetInAddress[preset] }),
  ...(isOwn &&
    Object.fromEntries(features.map((feature) => [weightName(feature), String(weights[feature])]))),
});

const valueText = ({ language, t }: Words, { numbers, words }: Profile, feature: Feature): string => {
  const values: Partial<Record<Feature, string | number>> = { ...numbers, ...words };
  const value = values[feature];
  if (value === undefined) return t.unknown;
  return typeof value === 'number'
    ? figureText(language, feature as keyof typeof numbers, value)
    : wordText(language, feature as keyof typeof words, value);
};

/** The answer as the page shows it. */
export const presentTwins = (words: Words, asked: Asked): TwinsView => {
  const { language, t } = words;
  const { here, own, choice, twins, places } = asked;
  const unit = places.get(own.ars);
  const at = localPath(language, AT);
  const key = own.ags ?? own.ars;
  const weights = features.map((feature) => `${feature}:${choice.weights[feature]}`).join(',');
  return {
    heading: t.of(own.name),
    notice: choice.saidNothing ? t.nothing : undefined,
    presets: [
      ...presetNames.map((preset) => ({
        label: t.presets[preset],
        href:
          preset === choice.preset && !choice.isOwn
            ? undefined
            : withPlace(here, at, preset === 'balanced' ? {} : { vorlage: presetInAddress[preset] }),
      })),
      ...(choice.isOwn ? [{ label: t.own, href: undefined }] : []),
    ],
    action: at,
    hidden: Object.entries(here.parameters),
    fields: features.map((feature) => ({
      name: weightName(feature),
      control: 'select' as const,
      label: t.features[feature],
      value: String(choice.weights[feature]),
      choices: Array.from({ length: LARGEST_WEIGHT + 1 }, (_, value) => ({
        value: String(value),
        label: String(value),
      })),
    })),
    isOwn: choice.isOwn,
    cards: twins.map((twin) => cardOf(words, asked, twin)),
    facts: features.map((feature) => ({
      key: feature,
      cells: [t.features[feature], valueText(words, own, feature), String(choice.weights[feature])],
    })),
    source: unit ? t.source(unit.source, formatDate(language, new Date(unit.sourceDate))) : '',
    apiHref: `/api/network/twins?${new URLSearchParams({ key, weights })}`,
    networkHref: withPlace(here, localPath(language, '/netzwerk')),
  };
};
