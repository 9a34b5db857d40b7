/** Stems and whole passwords on top of every list of guesses, for the lengths that the rule lets through. */
export const commonPasswords = new Set(
  `password passwort kennwort passwd passw0rd p4ssword geheim geheimnis geheimwort hallo hallowelt hallohallo
  schatz schatzi schatzilein ichliebedich iloveyou ilovey0u lieblingswort willkommen welcome welcometo letmein
  sommer winter herbst frühling fruehling sonnenschein sunshine princess prinzessin dragon monkey football
  fussball fußball fussballer baseball basketball superman batman starwars master meister admin administrator
  administration root toor user username benutzer gast guest test tester testtest testpasswort testpassword
  default changeme änderemich aenderemich passwortvergessen meinpasswort meinkennwort mypassword newpassword
  neuespasswort neueskennwort rathaus stadtverwaltung gemeinde gemeindeverwaltung verwaltung bürgermeister
  buergermeister bürgerbüro buergerbuero allmende internet computer startstart sesamöffnedich deutschland
  bundesrepublik bayern hamburg berlin münchen muenchen januar februar märz april juni juli august september
  oktober november dezember montag dienstag mittwoch donnerstag freitag samstag sonntag michael thomas
  schmetterling blumenwiese regenbogen trustno trustnoone whatever qwertz qwerty qwertzuiop qwertyuiop asdfghjkl
  asdfasdf yxcvbnm 1q2w3e4r5t 1q2w3e4r5t6z 1q2w3e4r5t6y 1qaz2wsx3edc q1w2e3r4t5 q1w2e3r4t5z6 zaq12wsxcde
  1234qwer 1234qwerasdf abcd1234 abc123abc123 a1b2c3d4e5 correcthorsebatterystaple`
    .split(/\s+/)
    .filter(Boolean),
);
