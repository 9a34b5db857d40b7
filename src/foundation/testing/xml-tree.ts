import { SaxesParser } from 'saxes';

export type XmlNode = {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
  /** What stands in it, without its elements. */ text: string;
};

/** A well-formed document as a tree. @throws Error where it is not well-formed. */
export const xmlTree = (document: string): XmlNode => {
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node = { name, attributes: { ...attributes } as Record<string, string>, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => {
    const node = open.at(-1);
    if (node) node.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(document).close();
  const [first] = root.children;
  if (!first) throw new Error('The document is empty.');
  return first;
};

/** What may stand in an element, in this order: "name" once, "name?" at most once, "name*" and "name+" several times. */
export type Structure = Record<string, string>;

const patternOf = (order: string): RegExp =>
  new RegExp(
    `^${order
      .split(' ')
      .map((part) => {
        const [, name, sign = ''] = /^([^?*+]+)([?*+]?)$/.exec(part) ?? [];
        return `(?:(?:${name}) )${sign}`;
      })
      .join('')}$`,
  );

/** Where a tree breaks its structure; an element that the structure does not name holds text alone. */
export const structureFaults = (node: XmlNode, structure: Structure): string[] => {
  const order = structure[node.name];
  const found = node.children.map(({ name }) => `${name} `).join('');
  const isRight =
    order === undefined ? found === '' && node.text.trim() !== '' : patternOf(order).test(found);
  return [
    ...(isRight ? [] : [`${node.name}: ${found || 'empty'}`]),
    ...node.children.flatMap((child) => structureFaults(child, structure)),
  ];
};

export const findAll = (node: XmlNode, name: string): XmlNode[] => [
  ...(node.name === name ? [node] : []),
  ...node.children.flatMap((child) => findAll(child, name)),
];
