import { scalar } from '../../../foundation/text/foreign-value.ts';
import type { SiteKind } from '../sites/parking-site.ts';

/** The words of all sources; the first that fits counts. */
const WORDS: [RegExp, SiteKind][] = [
  [/tiefgarage|underground/i, 'underground'],
  [/fahrradparkhaus|sammel|fahrradstation|shed|two_tier|doppelst(ö|oe)ckig|automatisch|^building$/i, 'shed'],
  [/box|schlie(ß|ss)f|locker/i, 'lockers'],
  [/b(ü|ue)gel|vorderrad|rahmenhalter|stand|wall_loops|abstellanlage/i, 'stands'],
  [/park.?(and|\+|&|-)?.?ride|^p\+r|pendler|carpool/i, 'parkAndRide'],
  [/parkhaus|parkdeck|parkgarage|car_park|multi ?storey|multilevel|^garage$|^h|^tz?$/i, 'garage'],
  [/stra(ß|ss)e|stra(ß|ss)enraum|on_?street/i, 'street'],
  [/behindert|disabled|barrierefrei/i, 'spot'],
  [/park(platz|ierungsanlage)|off_street|surface|singlelevel|openspace|parkingcar|^pz?$/i, 'surface'],
];

export const kindOf = (word: unknown, otherwise: SiteKind): SiteKind => {
  const text = scalar(word);
  if (text === undefined) return otherwise;
  return WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? otherwise;
};
