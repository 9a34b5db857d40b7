import type { Source } from '../import/run/source.ts';

type Organisation = { ars: string; id: string; name: string };

export const deskSourceId = ({ ars, id }: Pick<Organisation, 'ars' | 'id'>): string =>
  id === ars ? 'rathaus' : `rathaus-${id}`;

/** What an organisation writes itself is a source like any other, but for its format, which nobody reads from anywhere. */
export const deskSource = (organisation: Organisation): Source => ({
  ars: organisation.ars,
  id: deskSourceId(organisation),
  name: organisation.name,
  format: 'desk',
  attribution: organisation.name,
  demonstration: false,
});

/** Whose source it is: the organisation that writes it, or the unit of the register that subscribed to it. */
export const organisationOfSource = (source: { ars: string; id: string }): { ars: string; id: string } => ({
  ars: source.ars,
  id: source.id.startsWith('rathaus-') ? source.id.slice('rathaus-'.length) : source.ars,
});
