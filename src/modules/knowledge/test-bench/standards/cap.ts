import type { XmlNode } from '../../../../foundation/text/xml-entries.ts';
import { type Notebook, notebook, type Verdict } from '../verdict.ts';

// Common Alerting Protocol 1.2 (OASIS, 1 July 2010).

const CAP_NAMESPACE = 'urn:oasis:names:tc:emergency:cap:1.2';

const all = (node: XmlNode, name: string): XmlNode[] => node.children.filter((child) => child.name === name);
const textIn = (node: XmlNode, name: string): string => all(node, name)[0]?.text.trim() ?? '';

/** The offset is written out; "Z" is not allowed (3.3.2). */
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[-+]\d{2}:\d{2}$/;

const CHOICES: Record<string, readonly string[]> = {
  status: ['Actual', 'Exercise', 'System', 'Test', 'Draft'],
  msgType: ['Alert', 'Update', 'Cancel', 'Ack', 'Error'],
  scope: ['Public', 'Restricted', 'Private'],
  category: [
    'Geo',
    'Met',
    'Safety',
    'Security',
    'Rescue',
    'Fire',
    'Health',
    'Env',
    'Transport',
    'Infra',
    'CBRNE',
    'Other',
  ],
  urgency: ['Immediate', 'Expected', 'Future', 'Past', 'Unknown'],
  severity: ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'],
  certainty: ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown', 'Very Likely'],
};
const OF_ALERT = ['identifier', 'sender', 'sent', 'status', 'msgType', 'scope'];
const OF_INFO = ['category', 'event', 'urgency', 'severity', 'certainty'];

const checkFields = (node: XmlNode, names: readonly string[], clause: string, { must }: Notebook): void => {
  for (const name of names) {
    const value = textIn(node, name);
    if (value === '') must(clause, `<${name}> fehlt.`, `<${name}> is missing.`);
    else if (CHOICES[name] && !CHOICES[name].includes(value))
      must(
        clause,
        `<${name}> hat einen Wert, den es nicht gibt.`,
        `<${name}> has a value that there is not.`,
        value,
      );
  }
};

const checkTimes = (node: XmlNode, names: readonly string[], { must }: Notebook): void => {
  for (const name of names) {
    const value = textIn(node, name);
    if (value !== '' && !TIME.test(value))
      must(
        'CAP 1.2, 3.3.2',
        'Ein Zeitpunkt steht nicht als JJJJ-MM-TTThh:mm:ss±hh:mm da (ohne Z).',
        'A time does not stand as YYYY-MM-DDThh:mm:ss±hh:mm (no Z).',
        `${name}: ${value}`,
      );
  }
};

const checkArea = (area: XmlNode, { must, should }: Notebook): void => {
  if (textIn(area, 'areaDesc') === '') must('CAP 1.2, 3.2.4', '<areaDesc> fehlt.', '<areaDesc> is missing.');
  for (const { text } of all(area, 'polygon')) {
    const pairs = text.trim().split(/\s+/);
    if (pairs.length < 4 || pairs[0] !== pairs.at(-1))
      must(
        'CAP 1.2, 3.2.4',
        'Ein <polygon> hat weniger als vier Punkte oder ist nicht geschlossen.',
        'A <polygon> has fewer than four points or is not closed.',
        text.trim().slice(0, 60),
      );
    if (pairs.some((pair) => !/^-?\d+(\.\d+)?,-?\d+(\.\d+)?$/.test(pair)))
      must(
        'CAP 1.2, 3.2.4',
        'Ein Punkt eines <polygon> ist kein Paar »Breite,Länge«.',
        'A point of a <polygon> is no pair "latitude,longitude".',
        text.trim().slice(0, 60),
      );
  }
  if (all(area, 'polygon').length + all(area, 'circle').length + all(area, 'geocode').length === 0)
    should(
      'CAP 1.2, 3.2.4',
      'Ein Gebiet steht nur als Text da: Keine Karte kann es zeigen.',
      'An area is given as text alone: no map can show it.',
      textIn(area, 'areaDesc'),
    );
};

export const checkCap = (alert: XmlNode, namespace: string): Verdict => {
  const book = notebook();
  if (namespace !== CAP_NAMESPACE)
    book.must(
      'CAP 1.2, 3.1',
      'Der Namensraum ist nicht der von CAP 1.2.',
      'The namespace is not that of CAP 1.2.',
      namespace,
    );
  checkFields(alert, OF_ALERT, 'CAP 1.2, 3.2.1', book);
  checkTimes(alert, ['sent'], book);
  if (/[\s,<&]/.test(textIn(alert, 'identifier')))
    book.must(
      'CAP 1.2, 3.2.1',
      '<identifier> enthält Leerzeichen, Komma, < oder &.',
      '<identifier> holds a space, a comma, < or &.',
      textIn(alert, 'identifier'),
    );
  if (['Update', 'Cancel'].includes(textIn(alert, 'msgType')) && textIn(alert, 'references') === '')
    book.must(
      'CAP 1.2, 3.2.1',
      'Eine Änderung oder Aufhebung nennt nicht, worauf sie sich bezieht (<references>).',
      'An update or cancellation does not say what it is about (<references>).',
    );
  if (textIn(alert, 'scope') === 'Private' && textIn(alert, 'addresses') === '')
    book.must(
      'CAP 1.2, 3.2.1',
      'Bei scope Private fehlt <addresses>.',
      'With scope Private <addresses> is missing.',
    );
  const infos = all(alert, 'info');
  for (const info of infos) {
    checkFields(info, OF_INFO, 'CAP 1.2, 3.2.2', book);
    checkTimes(info, ['effective', 'onset', 'expires'], book);
    if (textIn(info, 'instruction') === '')
      book.should(
        'CAP 1.2, 3.2.2',
        'Es steht nicht da, was zu tun ist (<instruction>).',
        'It does not say what to do (<instruction>).',
        textIn(info, 'language'),
      );
    if (textIn(info, 'expires') === '')
      book.should(
        'CAP 1.2, 3.2.2',
        '<expires> fehlt: Jeder Empfänger entscheidet selbst, wie lange die Warnung gilt.',
        '<expires> is missing: each receiver decides how long the alert holds.',
        textIn(info, 'language'),
      );
    for (const area of all(info, 'area')) checkArea(area, book);
  }
  const areas = infos.reduce((sum, info) => sum + all(info, 'area').length, 0);
  return {
    standard: 'cap',
    findings: book.findings(),
    counts: [
      { what: { de: 'Sprachfassungen', en: 'language versions' }, count: infos.length },
      { what: { de: 'Gebiete', en: 'areas' }, count: areas },
    ],
  };
};
