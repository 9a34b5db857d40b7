import { parse, parseFragment, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { linkBetween } from './edition-paths.ts';

type Node = Tree.ChildNode;
type Element = Tree.Element;

/** What only works with a server, or only for somebody who is signed in. */
const NEEDS_SERVER = new Set(['script', 'form', 'search']);
const PARTS_LEFT_OUT = ['head__search', 'head__account', 'head__languages', 'ways', 'mistake', 'skip'];
const LINKS_KEPT = new Set(['stylesheet', 'icon']);

export type Rewriting = {
  /** The file that the page becomes. */ from: string;
  /** The file of the copy that an address leads to; undefined where it is not copied. */
  fileOf: (href: string) => string | undefined;
  /** Where the living pages are; undefined where nobody has said. */ origin: string | undefined;
  /** HTML that says of what day the copy is. */ note: string;
};

export type Rewritten = {
  page: string /** Addresses on this server that the page leads to. */;
  found: string[];
};

const isElement = (node: Node): node is Element => 'tagName' in node;
const attributeOf = (element: Element, name: string) => element.attrs.find((one) => one.name === name);

const isLeftOut = (node: Node): boolean => {
  if (!isElement(node)) return false;
  if (NEEDS_SERVER.has(node.tagName)) return true;
  if (node.tagName === 'link') return !LINKS_KEPT.has(attributeOf(node, 'rel')?.value ?? '');
  const classes = attributeOf(node, 'class')?.value.split(' ') ?? [];
  return PARTS_LEFT_OUT.some((part) => classes.includes(part));
};

/** What leads nowhere must not look as if it did. */
const becomeText = (element: Element): void => {
  element.tagName = 'span';
  element.nodeName = 'span';
  element.attrs = [];
};

/** A link to a page of the copy becomes relative, one to the living pages absolute, any other one stays as text. */
const relink = (element: Element, { from, fileOf, origin }: Rewriting, found: string[]): void => {
  for (const name of ['href', 'src']) {
    const attribute = attributeOf(element, name);
    if (!attribute?.value.startsWith('/')) continue;
    const address = attribute.value;
    const file = fileOf(address);
    if (file !== undefined) {
      found.push(address);
      attribute.value = linkBetween(from, file);
    } else if (origin !== undefined) attribute.value = origin + address;
    else becomeText(element);
  }
};

const walk = (parent: Tree.ParentNode, rewriting: Rewriting, found: string[]): void => {
  parent.childNodes = parent.childNodes.filter((node) => !isLeftOut(node));
  for (const node of parent.childNodes) {
    if (!isElement(node)) continue;
    relink(node, rewriting, found);
    walk(node, rewriting, found);
    if (node.tagName === 'main') node.childNodes.unshift(...parseFragment(rewriting.note).childNodes);
  }
};

/** One page of the living site as a file that opens without it. */
export const rewritePage = (source: string, rewriting: Rewriting): Rewritten => {
  const document = parse(source);
  const found: string[] = [];
  walk(document, rewriting, found);
  return { page: serialize(document), found };
};

/** Fonts and pictures lie beside their style sheet. */
export const rewriteStyles = (source: string): { styles: string; found: string[] } => {
  const found: string[] = [];
  const styles = source.replaceAll(/url\((["']?)(\/assets\/)([^"')]+)\1\)/g, (_, quote, folder, name) => {
    found.push(folder + name);
    return `url(${quote}./${name}${quote})`;
  });
  return { styles, found };
};
