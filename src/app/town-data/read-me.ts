/** For whoever opens the archive in ten years, without us. */
export const readMe = (town: string): string => `Alle Daten von ${town} aus Allmende

angebote.geojson   Orte und Veranstaltungen, für Karten und GIS (RFC 7946, WGS 84)
termine.ics        Veranstaltungen, für jeden Kalender (RFC 5545)
tabellen/*.csv     alle Tabellen, UTF-8 mit Kopfzeile, Zeiten mit Zeitzone (RFC 4180)
manifest.json      was im Archiv liegt, mit Zeilenzahl und SHA-256 jeder Datei

In ein anderes, leeres Allmende kommt alles mit: npm start -- import-town <dieses Archiv>
Wer Ihre Einträge geschrieben hat, steht mit Name und E-Mail-Adresse in tabellen/accounts.person.csv:
Bewahren Sie das Archiv so auf, wie Sie andere Personaldaten aufbewahren. Passwörter sind nicht darin.
`;
