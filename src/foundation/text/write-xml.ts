/** An element with attributes and what is in it; undefined and empty content is left out by who builds it. */
export type XmlElement = {
  name: string;
  attributes?: Record<string, string>;
  content: string | XmlElement[];
};

export const xml = (
  name: string,
  content: string | (XmlElement | undefined)[],
  attributes: Record<string, string> = {},
): XmlElement => ({
  name,
  attributes,
  content: typeof content === 'string' ? content : content.filter((one) => one !== undefined),
});

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const written = ({ name, attributes = {}, content }: XmlElement, depth: number): string => {
  const indent = '  '.repeat(depth);
  const told = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const inner =
    typeof content === 'string'
      ? escaped(content)
      : `\n${content.map((one) => written(one, depth + 1)).join('')}${indent}`;
  return `${indent}<${name}${told.join('')}>${inner}</${name}>\n`;
};

/** A whole document in UTF-8. */
export const writeXml = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, 0)}`;
