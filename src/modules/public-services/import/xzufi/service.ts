import { isLeikaKey, type TextKind, type TrustLevel } from '../../catalogue/public-service.ts';
import { finishService, type ServiceDraft } from '../facts.ts';
import type { ReadItem } from '../reading.ts';
import { identifier, validity } from './identifier.ts';
import { child, children, textAt, type XmlNode } from './xml-entries.ts';

// Codes of the text modules of LeiKa; designation (02), name (03) and author (18) are read apart or not at all.
const MODULES: Record<string, TextKind> = {
  '05': 'summary',
  '06': 'description',
  '07': 'legalBasis',
  '08': 'evidence',
  '09': 'conditions',
  '11': 'procedure',
  '14': 'forms',
  '15': 'furtherInformation',
  '16': 'hints',
  '22': 'competentAuthority',
  '23': 'contactPoint',
  '24': 'summary',
  '25': 'legalRemedy',
};

const DESIGNATION = '02';
const NAME = '03';

/** Modules that are more than one text have elements of their own. */
const OWN_MODULES: Record<string, TextKind> = {
  modulKosten: 'cost',
  modulFrist: 'deadline',
  modulBearbeitungsdauer: 'processingTime',
};

type Said = { language: string; text: string };

const languageOf = (node: XmlNode): string =>
  (node.attributes.languageCode ?? 'de').slice(0, 2).toLowerCase();

const saidIn = (nodes: XmlNode[]): Said[] =>
  nodes.map((node) => ({ language: languageOf(node), text: node.text }));

export const readService = (node: XmlNode, position: string): ReadItem => {
  const modules = children(node, 'modulText').map((module) => ({
    code: textAt(module, 'leikaTextmodul', 'code') ?? '',
    said: saidIn(children(module, 'inhalt')),
  }));
  const named = [NAME, DESIGNATION]
    .flatMap((code) => modules.filter((one) => one.code === code))
    .flatMap(({ said }) => said);
  const name = named.find(({ language }) => language === 'de') ?? named[0];
  return finishService(position, identifier(child(node, 'id')), {
    name: name?.text,
    names: Object.fromEntries(named.toReversed().map(({ language, text }) => [language, text])),
    leikaKeys: [...children(node, 'referenzLeiKa'), ...children(node, 'leikaId')]
      .flatMap((one) => textAt(one, 'code') ?? [])
      .filter(isLeikaKey),
    texts: [...modules.flatMap(({ code, said }) => textsOf(MODULES[code], said)), ...ownModules(node)],
    keywords: children(node, 'begriff').map((one) => one.text.trim()),
    channels: [],
    trustLevel: TRUST[textAt(node, 'vertrauensniveau', 'code') ?? ''],
    ...validity(node),
  });
};

// eIDAS levels as the code list orders them.
const TRUST: Record<string, TrustLevel> = { '10': 'low', '20': 'low', '30': 'substantial', '40': 'high' };

const textsOf = (kind: TextKind | undefined, said: Said[]): NonNullable<ServiceDraft['texts']> =>
  kind === undefined ? [] : said.map((one) => ({ kind, ...one }));

const ownModules = (node: XmlNode): NonNullable<ServiceDraft['texts']> =>
  node.children.flatMap((module) => {
    const kind = OWN_MODULES[module.name];
    return kind === undefined ? [] : textsOf(kind, saidIn(children(module, 'beschreibung')));
  });
