import { faultOfDays, idOf, present } from '../facts.ts';
import type { ReadItem } from '../reading.ts';
import { identifier, validity } from './identifier.ts';
import { child, children, textAt, type XmlNode } from './xml-entries.ts';

// Roles of the code list: 01 is in charge, 02 is whom to ask; others are kept as whom to ask.
const RESPONSIBLE = '01';
// A list of federal keys has the state 00 for the federation.
const COUNTRY_KEYS = new Set(['00', '000000000000', '00000000']);

export const readRule = (node: XmlNode, position: string): ReadItem => {
  const foreignId = idOf(identifier(child(node, 'id')));
  const service = identifier(child(node, 'leistungID'));
  const authorityForeignId = identifier(child(node, 'organisationseinheitID'));
  const areaKeys = children(node, 'gebietID').map((one) => one.text.trim());
  const days = validity(node);
  const wrongDay = faultOfDays(days.validFrom, days.validTo);
  if (wrongDay) return { position, rejected: wrongDay };
  if (
    foreignId === undefined ||
    service === undefined ||
    authorityForeignId === undefined ||
    areaKeys.length === 0
  )
    return {
      position,
      rejected: {
        de: 'Zur Zuständigkeit fehlen Kennung, Leistung, Gebiet oder Stelle.',
        en: 'The responsibility lacks its id, service, area or office.',
      },
    };
  return {
    kind: 'responsibility',
    foreignId,
    facts: {
      service: { foreignId: service },
      areaKeys: areaKeys.map((key) => (COUNTRY_KEYS.has(key) ? '' : key)),
      authorityForeignId,
      role: (textAt(node, 'rolle', 'code') ?? RESPONSIBLE) === RESPONSIBLE ? 'responsible' : 'contact',
      ...present(days),
    },
  };
};
