import type { Message } from '../../../foundation/i18n/message.ts';
import type { Quality, ThingKind } from '../contract.ts';

/** What another system measures, as every reader hands it on. Keys are those of the source. */
export type ForeignStream = {
  key: string;
  name: string;
  property: string;
  unit: string;
  expectedSeconds?: number | undefined;
};

export type ForeignThing = {
  key: string;
  name: string;
  description: string;
  kind: ThingKind;
  /** Absent: the source does not say where it stands. */ point?: { lon: number; lat: number } | undefined;
  streams: ForeignStream[];
};

export type ForeignReading = {
  thing: string;
  stream: string;
  at: Date;
  until?: Date | undefined;
  value: number;
  quality?: Quality;
  reason?: string | undefined;
};

export type Rejected = { position: string; reason: Message };

export type Foreign = {
  things: ForeignThing[];
  readings: ForeignReading[];
  rejected: Rejected[];
  /** Lines or records in the source. */ rows: number;
  /** Places where the source says nothing: unknown, not zero. */ empty: number;
  /** What whoever imports has to know. */ notes: Message[];
};

export type ForeignOptions = {
  /** What is counted, where the source does not say. */ property?: string | undefined;
  /** Path in a payload → name of the stream, with its unit. */ mapping?: Mapping | undefined;
  /** When it arrived, where the source has no time of its own. */ receivedAt?: Date | undefined;
};

export type Mapping = readonly { path: string; property: string; unit: string }[];

export type ForeignReader = (text: string, options: ForeignOptions) => Foreign;

export const nothingForeign = (): Foreign => ({
  things: [],
  readings: [],
  rejected: [],
  rows: 0,
  empty: 0,
  notes: [],
});

export const refusals = {
  noJson: { de: 'Das ist kein JSON.', en: 'This is no JSON.' },
  noRecord: { de: 'Hier fehlt ein Datensatz des Formats.', en: 'A record of the format is missing here.' },
  noKey: { de: 'Die Kennung fehlt oder ist unkenntlich.', en: 'The id is missing or masked.' },
  noTime: { de: 'Die Zeit fehlt oder ist keine.', en: 'The time is missing or none.' },
  noNumber: { de: 'Der Wert ist keine Zahl.', en: 'The value is no number.' },
  noSuchHour: {
    de: 'Diese Stunde gibt es nicht: Die Uhr wird vorgestellt.',
    en: 'There is no such hour: clocks go forward.',
  },
  noHeader: { de: 'Die Kopfzeile fehlt.', en: 'The header line is missing.' },
  noMapping: {
    de: 'Die Zuordnung der Nutzdaten fehlt (--map Pfad=Messgröße:Einheit).',
    en: 'The mapping of the payload is missing (--map path=property:unit).',
  },
} satisfies Record<string, Message>;

/** Reads JSON; a fault of the text is a refusal of the whole. */
export const readJson = (text: string, take: (value: unknown, into: Foreign) => void): Foreign => {
  const into = nothingForeign();
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    into.rejected.push({ position: '1', reason: refusals.noJson });
    return into;
  }
  take(value, into);
  return into;
};

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

/** A moment with its zone; a time without zone says nothing. */
export const moment = (value: unknown): Date | undefined => {
  if (typeof value !== 'string' || !ISO.test(value)) return undefined;
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? undefined : at;
};
