/**
 * The postcode that somebody has typed as the place: the place in the address is then the municipality, and the
 * postcode would have to be typed again where a part of town decides.
 */
export const postcodeOf = ({ ort, plz }: Record<string, string>): string | undefined =>
  [plz, ort].find((text) => text !== undefined && /^\d{5}$/.test(text.trim()))?.trim();
