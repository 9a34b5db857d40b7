import type { Message } from '../../../foundation/i18n/message.ts';
import { foldText } from '../../../foundation/text/search-text.ts';

/** Situations in which people look for a service; `words` are beginnings of folded words of its name and keywords. */
export const lifeEvents = {
  moving: {
    de: 'Umziehen und wohnen',
    en: 'Moving and living',
    words: 'wohnsitz|wohnung|umzug|ummeld|melderegister|meldebescheinigung|wohngeld|mietspiegel|zweitwohnung',
  },
  birth: {
    de: 'Kind und Familie',
    en: 'Child and family',
    words: 'geburt|kind|eltern|vaterschaft|mutterschaft|unterhalt|sorge|kita|tagespflege|familie',
  },
  marriage: {
    de: 'Heiraten und Name',
    en: 'Marriage and name',
    words: 'ehe|eheschliessung|lebenspartnerschaft|namens|heirat|vornamen',
  },
  death: {
    de: 'Todesfall und Erbe',
    en: 'Death and inheritance',
    words: 'sterbe|bestattung|erbschaft|erbschein|hinterblieben|todes',
  },
  papers: {
    de: 'Ausweis und Urkunden',
    en: 'Papers and certificates',
    words: 'personalausweis|reisepass|pass|beglaubig|urkunde|fuehrungszeugnis|eid|ausweis',
  },
  driving: {
    de: 'Auto und Führerschein',
    en: 'Car and driving licence',
    words:
      'fahrzeug|kfz|kraftfahrzeug|kennzeichen|fuehrerschein|fahrerlaubnis|zulassung|fahreignung|feinstaub',
  },
  parking: {
    de: 'Parken und Straße',
    en: 'Parking and streets',
    words: 'park|bewohnerpark|anwohner|strasse|strassen|sondernutzung|gehweg|winterdienst',
  },
  business: {
    de: 'Gewerbe und Betrieb',
    en: 'Trade and business',
    words: 'gewerbe|reisegewerbe|handwerk|gaststaette|taxi|mietwagen|unternehmen|makler|versteigerung',
  },
  work: {
    de: 'Arbeit und Rente',
    en: 'Work and pension',
    words: 'rente|alters|erwerb|arbeit|berufs|ausbildung|bafoeg|kontenklaerung',
  },
  building: {
    de: 'Bauen und Grundstück',
    en: 'Building and land',
    words: 'bau|bauen|grundstueck|flurstueck|liegenschaft|gebaeude|baum',
  },
  arriving: {
    de: 'Neu in Deutschland',
    en: 'New in Germany',
    words: 'aufenthalt|niederlassung|einbuergerung|asyl|duldung|visum|verpflichtungserklaerung|auslaender',
  },
  care: {
    de: 'Gesundheit und Hilfe',
    en: 'Health and support',
    words: 'schwerbehindert|pflege|gesundheit|sozial|hilfe|behinder|betreuung|berlinpass',
  },
  animals: {
    de: 'Tiere, Jagd und Fischerei',
    en: 'Animals, hunting and fishing',
    words: 'hund|hunde|tier|tiere|fischerei|jagd|wildtier',
  },
  safety: {
    de: 'Ordnung und Fundsachen',
    en: 'Order and lost property',
    words: 'fund|waffen|feuerwerk|laerm|muell|abfall|entsorgung|sperrmuell|ordnungs',
  },
} satisfies Record<string, Message & { words: string }>;

export type LifeEvent = keyof typeof lifeEvents;

export const isLifeEvent = (text: string): text is LifeEvent => Object.hasOwn(lifeEvents, text);

/** Sources that name no life event: the words of the name say which ones fit. */
export const lifeEventsOf = (name: string, keywords: readonly string[] = []): LifeEvent[] => {
  const text = ` ${foldText([name, ...keywords].join(' '))}`;
  return (Object.keys(lifeEvents) as LifeEvent[]).filter((event) =>
    new RegExp(`[^a-z](${lifeEvents[event].words})`).test(text),
  );
};
