import type { Driven } from './drive-day.ts';
import { DRIVING } from './town.ts';

/** What a day was like, for everybody and for those without a booking. */
export type DayFigures = {
  trips: number;
  searchMinutes: number;
  searchKilometres: number;
  /** Mean search of those who did not book, minutes. */ othersSearch: number;
  /** Mean walk of those at the kerb and of those who booked, metres. */ walkAtKerb: number;
  walkBooked: number;
  /** Of those who asked for a shared space, 0 to 1; of all trips. */ servedOfAsked: number;
  bookedShare: number;
  garageShare: number;
  peakOccupancy: number;
};

const meanOf = (sum: number, count: number): number => (count === 0 ? 0 : sum / count);

export const figuresOf = (
  { endings, search, walk, peakOccupancy }: Driven,
  { asked, walks }: { asked: number; walks: ReadonlyMap<number, number> },
): DayFigures => {
  const searchMinutes = search.reduce((sum, minutes) => sum + minutes, 0);
  const [trips, booked] = [endings.length, walks.size];
  const parked = endings.filter((ending) => ending === 'parked').length;
  return {
    trips,
    searchMinutes,
    searchKilometres: (searchMinutes / 60) * DRIVING.kilometresAnHour,
    othersSearch: meanOf(searchMinutes, trips - booked),
    walkAtKerb: meanOf(
      walk.reduce((sum, metres) => sum + metres, 0),
      parked,
    ),
    walkBooked: meanOf(
      [...walks.values()].reduce((sum, metres) => sum + metres, 0),
      booked,
    ),
    servedOfAsked: meanOf(booked, asked),
    bookedShare: meanOf(booked, trips),
    garageShare: meanOf(endings.filter((ending) => ending === 'garage').length, trips),
    peakOccupancy,
  };
};
