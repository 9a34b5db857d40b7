import { splitCompound, wordsOf } from '../../../foundation/text/search-text.ts';

// Parts that the compounds of administration are made of; a closed list, since a wrong part leads astray.
const PARTS =
  `abmeldung ablichtung adresse aenderung alters anerkennung anmeldung anwohner antrag anzeige arbeits arbeitserlaubnis
  aufenthalt aufenthalts auskunft ausweis bau bauantrag beglaubigung behinderten beratung berechtigung bescheinigung besteuerung
  betrieb betriebs bewohner bildung brief buerger daten diebstahl dokument ehe eheschliessung eltern erbe erlaubnis erklaerung
  ersatz fahrer fahrerlaubnis fahrzeug familien fischerei foerderung fuehrer fuehrerschein fundsachen gaststaetten gebuehr geburt
  geburts geld gesetz gewerbe gesundheit gesundheits grund grundstueck hunde halter hilfe hochzeit jagd jugend kenn kennzeichen
  kinder kirchen kraft kraftfahrzeug leistung melde melderegister miet namens nachweis park parkausweis parken pass personal personalausweis pflege
  register reise reisepass renten schein schul schwer schwerbehinderten sperre spiegel stelle sterbe steuer strassen tausch tier
  trauung umtausch umschreibung ummeldung umzug unterhalt urkunde urlaub verlust verlaengerung versicherung vorschuss waffen
  wechsel wohn wohngeld wohnsitz wohnung wohnungs zeichen zeugnis zulassung zweit`.split(/\s+/);

const lexicon: ReadonlySet<string> = new Set(PARTS);

/** Parts of the compounds in a text: »Bewohnerparkausweis« is found by »Parkausweis für Bewohner« as well. */
export const searchTerms = (text: string): string[] =>
  wordsOf(text).flatMap((word) => splitCompound(word, lexicon));
