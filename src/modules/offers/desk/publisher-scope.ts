import type { Acting } from '../../accounts/index.ts';
import { deskSourceId } from './desk-source.ts';

/** Whose offers somebody answers for: a unit of the register for its place and its sources, a club for its own entries. */
export type PublisherScope = { ars: string; deskSourceId: string; isUnit: boolean };

export const publisherScopeOf = ({ organisation }: Pick<Acting, 'organisation'>): PublisherScope => ({
  ars: organisation.ars,
  deskSourceId: deskSourceId(organisation),
  isUnit: organisation.id === organisation.ars,
});
