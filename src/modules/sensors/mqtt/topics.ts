/** Where observations are handed in and told (18-088, 14 and 15). */
const CREATE = /^v1\.1\/(?:Datastreams\((\d{1,15})\)\/)?Observations$/;

/** @returns the stream of a topic for new observations; none where the message itself names it. */
export const streamOfTopic = (topic: string): { datastream: number | undefined } | undefined => {
  const found = CREATE.exec(topic);
  return found ? { datastream: found[1] === undefined ? undefined : Number(found[1]) } : undefined;
};

export const topicsOf = (datastream: number): string[] => [
  `v1.1/Datastreams(${datastream})/Observations`,
  'v1.1/Observations',
];

/** What clients may listen to: the data, nothing of the broker itself. */
export const isOpenTopic = (topic: string): boolean => topic.startsWith('v1.1/') || topic === '#';
