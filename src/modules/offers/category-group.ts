import { type Category, categories, type Group } from './category.ts';

export const groupLabels: Record<Group, { de: string; en: string }> = {
  play: { de: 'Spielen', en: 'Play' },
  sport: { de: 'Sport und Bad', en: 'Sport and swimming' },
  nature: { de: 'Natur', en: 'Nature' },
  culture: { de: 'Kultur', en: 'Culture' },
  market: { de: 'Einkaufen', en: 'Shopping' },
  food: { de: 'Essen und Trinken', en: 'Food and drink' },
  health: { de: 'Gesundheit und Hygiene', en: 'Health and hygiene' },
  learning: { de: 'Lernen und Betreuen', en: 'Learning and care' },
  office: { de: 'Ämter und Versorgung', en: 'Offices and supply' },
  community: { de: 'Miteinander', en: 'Community' },
  mobility: { de: 'Unterwegs', en: 'On the move' },
  stay: { de: 'Zu Gast', en: 'Visiting' },
  event: { de: 'Veranstaltungen', en: 'Events' },
};

/** The groups in the order of the filter, each with its categories. */
export const categoriesByGroup = (): { group: Group; members: Category[] }[] =>
  (Object.keys(groupLabels) as Group[]).map((group) => ({
    group,
    members: (Object.keys(categories) as Category[]).filter(
      (category) => categories[category].group === group,
    ),
  }));
