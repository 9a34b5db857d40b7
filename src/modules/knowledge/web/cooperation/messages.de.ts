import type { CooperationFault, CooperationKind, MatchReason } from '../../cooperation/contract.ts';

export const de = {
  title: 'Zusammenarbeit in der Nähe',
  lead: 'Zeigen Sie eine Lücke oder ein Vorhaben. Nur Gemeinden in der Nähe, die dasselbe zeigen, sehen es, und Sie sehen deren. Sonst sieht es niemand.',
  choose: 'Bitte wählen',
  own: 'Was Sie zeigen',
  none: 'Sie zeigen noch nichts.',
  ended: (day: string) => `beendet am ${day}`,
  began: (day: string) => `gezeigt seit ${day}`,
  demonstration: 'erfundenes Beispiel',
  matches: 'Gemeinden mit demselben Thema',
  noMatches: 'In der Nähe zeigt noch niemand dasselbe. Wir sagen Ihnen Bescheid.',
  draft: 'Entwurf eines gemeinsamen Vorhabens',
  end: 'Nicht mehr zeigen',
  add: 'Eine Lücke oder ein Vorhaben zeigen',
  labels: { kind: 'Was ist es?', field: 'Handlungsfeld', title: 'Worum geht es?', text: 'In wenigen Sätzen' },
  textHint: 'Höchstens 1.000 Zeichen, ohne Namen von Menschen.',
  show: 'Zeigen',
  shown: 'Gemeinden in der Nähe mit demselben Thema sehen es jetzt.',
  endedDone: 'Niemand sieht es mehr.',
  tooMany: 'Sie zeigen schon zwanzig. Beenden Sie zuerst etwas.',
  kinds: { gap: 'Lücke', plan: 'Geplantes Vorhaben' } satisfies Record<CooperationKind, string>,
  reason: (reason: MatchReason): string => {
    if (reason.why === 'near') return `${reason.km} km entfernt`;
    if (reason.why === 'association') return `in derselben Verwaltung: ${reason.name}`;
    return reason.why === 'field' ? 'dasselbe Handlungsfeld' : 'ähnliche Worte';
  },
  correct: 'Bitte ändern Sie diese Angaben',
  faults: {
    'no-choice': 'Wählen Sie etwas aus.',
    missing: 'Hier fehlt etwas.',
    'too-long': 'Das ist zu lang.',
  } satisfies Record<CooperationFault, string>,
  download: 'Als Textdatei (Markdown) herunterladen',
  draftTitle: (a: string, b: string) => `Gemeinsames Vorhaben: ${a} und ${b}`,
  draftNote: 'Entwurf aus dem, was beide gezeigt haben. Nichts davon ist beschlossen.',
  parts: {
    who: 'Was beide vorhaben',
    shared: 'Was sie verbindet',
    open: 'Offene Fragen',
    forms: 'Mögliche Formen',
  },
  open: [
    'Wer führt das Vorhaben, und wer vertritt?',
    'Was soll danach besser sein, und woran merken wir es?',
    'Was bringt jede Seite ein: Arbeitszeit, Geld, Technik?',
    'Wer beschafft, und nach welchen Regeln?',
    'Wem gehören Daten und Ergebnisse, und wer haftet?',
    'Wie endet die Zusammenarbeit, wenn eine Seite nicht mehr will?',
    'Gibt es Förderung für gemeinsame Vorhaben?',
    'Welche Räte müssen wann beschließen?',
  ] as readonly string[],
  forms: [
    'Kommunale Arbeitsgemeinschaft: Beide sprechen sich ab; jede Seite entscheidet weiter selbst.',
    'Zweckvereinbarung (je nach Land: öffentlich-rechtliche Vereinbarung): Eine Seite übernimmt eine Aufgabe für die andere.',
    'Zweckverband: Beide gründen eine eigene Körperschaft mit eigener Kasse.',
  ] as readonly string[],
  formsNote:
    'Welche Form es in Ihrem Land gibt und was sie verlangt, steht in dessen Gesetz über kommunale Zusammenarbeit. Fragen Sie Ihre Kommunalaufsicht; dies ist keine Rechtsberatung.',
  notice: {
    subject: (town: string, title: string) => `${town} zeigt dasselbe Thema wie Sie: ${title}`,
    text: (own: string) => `Es passt zu »${own}«. Sie sehen sich jetzt gegenseitig am Schreibtisch.`,
  },
  acts: {
    'open-cooperation': 'Lücke oder Vorhaben gezeigt',
    'end-cooperation': 'Lücke oder Vorhaben nicht mehr gezeigt',
  },
};
