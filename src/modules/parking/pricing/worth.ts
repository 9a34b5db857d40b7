// Until a town is calibrated these stand in for its own: measured in Frankfurt (start2park, 2023) a search took 2:07
// minutes in the mean; what one hour of a relieved kerb space spares others was 1.2 to 3.8 minutes in a synthetic centre.
const OWN_MINUTES = 2.1;
const OTHERS_MINUTES_AN_HOUR = 2.4;

/** Minutes of search that a stay spares, the driver's and others'. An assumption, the same everywhere in a town. */
export const searchSpared = (minutes: number): number =>
  OWN_MINUTES + (OTHERS_MINUTES_AN_HOUR * minutes) / 60;
