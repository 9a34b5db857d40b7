import type { Language, Translation } from '../../../../foundation/i18n/language.ts';
import type { MergeRefusal } from '../../centre/merge/contract.ts';

const de = {
  heading: 'Einträge zusammenführen',
  lead: 'Diese Einträge haben ähnliche Titel und dasselbe Feld oder denselben Ort. Erzählen zwei vom selben, bleibt einer der Haupteintrag; der andere behält seine Adresse und zeigt auf ihn. Gehört er einer anderen Stelle, entscheidet sie.',
  none: 'Zurzeit ähneln sich keine zwei Einträge.',
  pair: (one: string, other: string) => `${one} – ${other}`,
  alike: (percent: string) => `Titel zu ${percent} % ähnlich`,
  compare: 'Beide lesen',
  chief: 'Welcher ist der Haupteintrag?',
  sentence: 'Warum erzählen beide vom selben?',
  sentenceHint: 'Das liest die Stelle, die entscheidet. Höchstens 500 Zeichen.',
  merge: 'Zusammenführen',
  asked: 'Gefragt. Die Stelle entscheidet.',
  agreed: 'Zusammengeführt.',
  yours: 'Ihre Zusammenführungen',
  noneYet: 'Sie haben noch nichts zusammengeführt.',
  states: {
    asked: 'wartet auf die Stelle',
    agreed: 'zusammengeführt',
    declined: 'abgelehnt',
    undone: 'wieder getrennt',
  },
  undo: 'Wieder trennen',
  gone: 'nicht mehr öffentlich',
  refusals: {
    unknown: 'Einer der Einträge ist nicht mehr öffentlich.',
    same: 'Wählen Sie, welcher der Haupteintrag ist.',
    'other-kind': 'Die Einträge sind nicht von derselben Art.',
    'stands-already': 'Für diesen Eintrag gibt es schon eine Zusammenführung.',
    'is-chief': 'Auf diesen Eintrag zeigen schon andere.',
    'chief-points': 'Der Haupteintrag zeigt selbst auf einen anderen.',
    'sentence-missing': 'Schreiben Sie einen Satz dazu.',
    'sentence-too-long': 'Der Satz ist zu lang: höchstens 500 Zeichen.',
  } satisfies Record<MergeRefusal, string>,
  notice: {
    subject: 'Zwei Einträge zusammenführen?',
    text: (sentence: string) =>
      `Das Kompetenzzentrum fragt, ob Ihr Eintrag auf einen anderen zeigen soll: „${sentence}“ Ihr Text und Ihre Fassungen bleiben. Sie entscheiden beim Entwurf.`,
  },
  draft: {
    ask: 'Soll Ihr Eintrag auf einen anderen zeigen?',
    stands: 'Ihr Eintrag zeigt auf einen anderen und steht nicht mehr in Listen.',
    chief: 'Der andere Eintrag',
    yes: 'Ja, zusammenführen',
    no: 'Nein',
    undo: 'Wieder trennen',
  },
  pointer: 'Zusammengeführt mit einem anderen Eintrag',
  toChief: (title: string) => `Weiterlesen: ${title}`,
  acts: {
    'ask-for-merge': 'Zusammenführen von Einträgen erbeten',
    'agree-to-merge': 'Zusammenführen von Einträgen zugestimmt',
    'decline-merge': 'Zusammenführen von Einträgen abgelehnt',
    'undo-merge': 'Einträge wieder getrennt',
  },
};

export type MergeMessages = Translation<typeof de>;

const en: MergeMessages = {
  heading: 'Merge entries',
  lead: 'These entries have titles alike and the same field or the same town. Where two tell of the same thing, one stays the chief entry; the other keeps its address and points to it. If it belongs to another organisation, that one decides.',
  none: 'No two entries are alike at present.',
  pair: (one, other) => `${one} – ${other}`,
  alike: (percent) => `titles ${percent} % alike`,
  compare: 'Read both',
  chief: 'Which one is the chief entry?',
  sentence: 'Why do both tell of the same thing?',
  sentenceHint: 'Read by the organisation that decides. At most 500 characters.',
  merge: 'Merge',
  asked: 'Asked. The organisation decides.',
  agreed: 'Merged.',
  yours: 'Your merges',
  noneYet: 'You have merged nothing yet.',
  states: {
    asked: 'waiting for the organisation',
    agreed: 'merged',
    declined: 'declined',
    undone: 'separate again',
  },
  undo: 'Separate again',
  gone: 'not public any more',
  refusals: {
    unknown: 'One of the entries is not public any more.',
    same: 'Choose which one is the chief entry.',
    'other-kind': 'The entries are not of the same kind.',
    'stands-already': 'There is a merge for this entry already.',
    'is-chief': 'Others point to this entry already.',
    'chief-points': 'The chief entry itself points to another.',
    'sentence-missing': 'Write a sentence about it.',
    'sentence-too-long': 'The sentence is too long: at most 500 characters.',
  },
  notice: {
    subject: 'Merge two entries?',
    text: (sentence) =>
      `The competence centre asks whether your entry should point to another: “${sentence}” Your text and your versions stay. You decide at the draft.`,
  },
  draft: {
    ask: 'Should your entry point to another?',
    stands: 'Your entry points to another and is not in lists any more.',
    chief: 'The other entry',
    yes: 'Yes, merge',
    no: 'No',
    undo: 'Separate again',
  },
  pointer: 'Merged with another entry',
  toChief: (title) => `Read on: ${title}`,
  acts: {
    'ask-for-merge': 'Merge of entries asked for',
    'agree-to-merge': 'Merge of entries agreed to',
    'decline-merge': 'Merge of entries declined',
    'undo-merge': 'Entries separated again',
  },
};

const catalogues: Record<Language, MergeMessages> = { de, en };

export const mergeMessages = (language: Language): MergeMessages => catalogues[language];
