import { present } from '../facts.ts';
import { child, textAt, type XmlNode } from './xml-entries.ts';

/** An id is unique only together with the editorial system that gave it. */
export const identifier = (node: XmlNode | undefined): string | undefined => {
  const text = node?.text.trim();
  return text ? `${node?.attributes.schemeAgencyID ?? ''}:${text}` : undefined;
};

export const validity = (node: XmlNode): { validFrom?: string; validTo?: string } => {
  const valid = child(node, 'gueltigkeit');
  return present({
    validFrom: textAt(valid, 'beginn')?.slice(0, 10),
    validTo: textAt(valid, 'ende')?.slice(0, 10),
  });
};
