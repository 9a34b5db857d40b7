import type { PersonalDataSource } from '../../foundation/database/personal-data.ts';
import { bookingStates } from './bookings/booking.ts';
import { listOfPerson } from './bookings/booking-store.ts';
import { moneyPersonalData } from './money/personal-data.ts';
import { instantOf } from './slot.ts';
import { listPoolsOfPerson } from './spaces/pool-store.ts';
import { parkingMessages, spaceMessages } from './web/index.ts';

const wordsOf = <State extends string>(
  states: readonly State[],
  of: (language: 'de' | 'en') => Record<State, string>,
) => Object.fromEntries(states.map((state) => [state, { de: of('de')[state], en: of('en')[state] }]));

/** What parking knows of a person: what they booked, and what they share. */
export const parkingPersonalData: PersonalDataSource = async (context, personId) => {
  const { database } = context;
  const bookings = await listOfPerson(database, personId);
  const pools = await listPoolsOfPerson(database, personId);
  return [
    {
      name: 'parking-booking',
      title: { de: 'Ihre Buchungen von Stellplätzen', en: 'Your bookings of parking spaces' },
      fields: {
        label: { de: 'Ziel', en: 'Destination' },
        state: {
          de: 'Stand',
          en: 'State',
          words: wordsOf(bookingStates, (language) => parkingMessages(language).booking.states),
        },
        from: { de: 'von', en: 'from' },
        to: { de: 'bis', en: 'to' },
        asked_at: { de: 'angefragt', en: 'asked' },
        charged_cents: { de: 'zu zahlen (Cent)', en: 'to pay (cents)' },
      },
      rows: bookings.map((booking) => ({
        label: booking.label,
        state: booking.state,
        from: instantOf(booking.from),
        to: instantOf(booking.to),
        asked_at: booking.askedAt,
        charged_cents: booking.chargedCents,
      })),
    },
    {
      name: 'parking-space',
      title: { de: 'Stellplätze, die Sie teilen', en: 'Spaces that you share' },
      fields: {
        name: { de: 'Name', en: 'Name' },
        address: { de: 'Einfahrt', en: 'Entrance' },
        capacity: { de: 'Plätze', en: 'Spaces' },
        state: {
          de: 'Stand',
          en: 'State',
          words: wordsOf(['draft', 'shared', 'stopped'], (language) => spaceMessages(language).states),
        },
      },
      rows: pools.map(({ facts, state }) => ({
        name: facts.name,
        address: facts.address,
        capacity: facts.capacity,
        state,
      })),
    },
    ...(await moneyPersonalData(context, personId)),
  ];
};
