import { generateAtomFeed } from 'feedsmith';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { slugOf } from '../../../municipalities/index.ts';
import { newlyKnown } from '../newly-known.ts';
import type { Country, Picture } from '../open-country.ts';
import { columnInAddress } from './country-parameters.ts';
import { AT, type Words } from './present-country.ts';

const MOST_ENTRIES = 100;

/** Which town is newly known for what. @param base the address of the house, without a slash at its end. */
export const countryFeed = (
  { language, t }: Words,
  { places }: Country,
  picture: Picture,
  base: string,
): string => {
  const news = newlyKnown(picture.towns, picture.known, MOST_ENTRIES);
  return generateAtomFeed({
    id: `${base}${AT}.atom`,
    title: { value: t.feedTitle },
    updated: news[0]?.since ?? picture.countedAt,
    authors: [{ name: 'Allmende' }],
    links: [{ href: `${base}${localPath(language, AT)}`, rel: 'alternate' }],
    entries: news.map(({ town, sign, since }) => {
      const unit = places.get(town.ars);
      return {
        id: `${base}${AT}/${town.ars}/${columnInAddress[sign]}`,
        title: { value: t.feedEntry(town.name, t.columns[sign]) },
        updated: since,
        links: [
          {
            href: `${base}${localPath(language, unit ? `/ort/${slugOf(unit)}` : '/orte')}`,
            rel: 'alternate',
          },
        ],
      };
    }),
  });
};
