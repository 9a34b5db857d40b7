import type { ProgrammeFacts } from '../contract.ts';

/** A unit speaks for its own area. What reaches beyond is read by all towns: the network's moderators answer for it. */
export const mayKeep = (
  { area }: Pick<ProgrammeFacts, 'area'>,
  { ars, isModerator }: { ars: string; isModerator: boolean },
): boolean => isModerator || (area?.every((key) => key.startsWith(ars)) ?? false);
