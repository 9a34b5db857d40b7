/** The stations of one idea on its way from town to town. */
export const stations = [
  'entry',
  'measure',
  'sprint',
  'pilot',
  'offer',
  'effect',
  'own-entry',
  'elsewhere',
] as const;
export type Station = (typeof stations)[number];

export type Stop = { text: string /** Without the language, or on the web. */; href: string | undefined };
export type Thread = {
  key: string;
  title: string;
  isDemonstration: boolean;
  stops: Record<Station, Stop[]>;
};

/** How far an idea has come: stations that it has reached. */
export const reached = ({ stops }: Thread): Station[] =>
  stations.filter((station) => stops[station].length > 0);

/** What goes round stands before what has just begun; the real before the invented. */
export const inOrder = (threads: readonly Thread[]): Thread[] =>
  threads.toSorted(
    (a, b) =>
      Number(a.isDemonstration) - Number(b.isDemonstration) ||
      reached(b).length - reached(a).length ||
      a.title.localeCompare(b.title, 'de') ||
      (a.key < b.key ? -1 : 1),
  );
