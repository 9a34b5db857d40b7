import { finishAuthority, pointOf } from '../facts.ts';
import type { ReadItem } from '../reading.ts';
import { identifier } from './identifier.ts';
import { child, children, textAt, type XmlNode } from './xml-entries.ts';

const inGerman = (nodes: XmlNode[]): string | undefined =>
  (nodes.find((node) => (node.attributes.languageCode ?? 'de').startsWith('de')) ?? nodes[0])?.text.trim();

// Code list of communication channels: telephone, mail, web.
const CHANNELS = { phone: ['01', '02'], mail: ['04', '05'], web: ['06', '07'] };

export const readAuthority = (node: XmlNode, position: string): ReadItem => {
  const address = child(node, 'anschrift');
  const place = child(address, 'geokodierung') ?? child(node, 'geokodierung');
  return finishAuthority(position, identifier(child(node, 'id')), {
    name: inGerman(children(child(node, 'name'), 'name')) ?? inGerman(children(node, 'name')),
    address: {
      street: textAt(address, 'strasse'),
      houseNumber: textAt(address, 'hausnummer'),
      postcode: textAt(address, 'postleitzahl'),
      town: textAt(address, 'ort'),
    },
    point: pointOf(textAt(place, 'laengengrad'), textAt(place, 'breitengrad')),
    phone: channel(node, CHANNELS.phone),
    mail: channel(node, CHANNELS.mail),
    web: channel(node, CHANNELS.web),
    parentForeignId: identifier(child(node, 'uebergeordnetesOrganisationseinheitID')),
  });
};

const channel = (node: XmlNode, codes: string[]): string | undefined =>
  children(node, 'kommunikation')
    .filter((one) => codes.includes(textAt(one, 'kanal', 'code') ?? ''))
    .flatMap((one) => textAt(one, 'kennung') ?? [])[0];
