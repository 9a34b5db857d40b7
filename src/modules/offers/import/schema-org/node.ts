import { array, type Dictionary, dictionary, scalar } from '../border/value.ts';

/** One resource of a JSON-LD document; names are asked for without prefix, references are followed inside the document. */
export type Node = { own: Dictionary; graph: Map<string, Dictionary> };

const MOST_NODES = 200_000;
const SCHEMA = /^(https?:\/\/schema\.org\/|schema:)/;

/** Every object of the document that has a type, the root ones first. */
export const nodesOf = (json: unknown): Node[] => {
  const graph = new Map<string, Dictionary>();
  const roots: Dictionary[] = [];
  const open: { value: unknown; depth: number }[] = [{ value: json, depth: 0 }];
  let count = 0;
  for (let next = open.pop(); next !== undefined && count < MOST_NODES; next = open.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    count += 1;
    for (const inner of Object.values(next.value)) open.push({ value: inner, depth: next.depth + 1 });
    const own = dictionary(next.value);
    const id = scalar(own['@id']) ?? scalar(own.id);
    // A bare reference has no other member: it must not hide the resource that it points to.
    if (id !== undefined && Object.keys(own).length > 1 && !graph.has(id)) graph.set(id, own);
  }
  collectRoots(json, roots);
  return roots.map((own) => ({ own, graph }));
};

/** Documents hold one resource, a list, an `@graph`, or an ItemList. */
const collectRoots = (json: unknown, roots: Dictionary[]): void => {
  for (const value of array(json).slice(0, MOST_NODES)) {
    const own = dictionary(value);
    const lists = [own['@graph'], own.itemListElement, own['schema:itemListElement']].filter(
      (list) => list !== undefined,
    );
    if (lists.length > 0)
      for (const item of lists.flatMap(array)) roots.push(dictionary(dictionary(item).item ?? item));
    else roots.push(own);
  }
};

export const typesOf = (node: Node): string[] =>
  array(node.own['@type'] ?? node.own.type)
    .filter((type) => typeof type === 'string')
    .slice(0, 50);

/** Bare type names: `schema:Event` and `https://schema.org/Event` are `Event`. */
export const hasType = (node: Node, name: string): boolean =>
  typesOf(node).some((type) => type.replace(SCHEMA, '') === name);

/** The values of a property in any of its spellings; references are replaced by what they point to. */
export const all = (node: Node, name: string): unknown[] => {
  const { own, graph } = node;
  const values =
    own[`schema:${name}`] ??
    own[name] ??
    own[`http://schema.org/${name}`] ??
    own[`https://schema.org/${name}`];
  return array(values).map((value) => {
    const id = scalar(dictionary(value)['@id']);
    return id !== undefined && Object.keys(dictionary(value)).length === 1 ? (graph.get(id) ?? value) : value;
  });
};

export const children = (node: Node, name: string): Node[] =>
  all(node, name).map((value) => ({ own: dictionary(value), graph: node.graph }));

export const child = (node: Node, name: string): Node =>
  children(node, name)[0] ?? { own: {}, graph: node.graph };

/** Texts of a property, whatever wraps them: plain, `@value`, a language map, a text object. */
export const texts = (node: Node, name: string): string[] => {
  const found = all(node, name).flatMap((value) => wordings(value));
  const german = found.filter(({ language }) => language?.startsWith('de'));
  const neutral = found.filter(({ language }) => language === undefined);
  return [...german, ...neutral, ...found].map(({ text }) => text);
};

export const text = (node: Node, name: string): string | undefined => texts(node, name)[0];

type Wording = { text: string; language?: string };

const wordings = (value: unknown): Wording[] => {
  const plain = scalar(value) ?? (typeof value === 'boolean' ? String(value) : undefined);
  if (plain !== undefined) return [{ text: plain }];
  const own = dictionary(value);
  const inner =
    scalar(own['@value']) ?? (typeof own['@value'] === 'boolean' ? String(own['@value']) : undefined);
  if (inner !== undefined) {
    const language = scalar(own['@language']);
    return [language === undefined ? { text: inner } : { text: inner, language }];
  }
  const content = own['schema:text'] ?? own.text ?? own['schema:value'] ?? own.value;
  if (content !== undefined)
    return array(content)
      .filter((part) => part !== value)
      .flatMap((part) => (isWrapped(part) ? wordings(part) : []));
  return Object.entries(own)
    .filter(([key, part]) => /^[a-z]{2}(-\w+)?$/.test(key) && typeof part === 'string')
    .map(([language, part]) => ({ text: String(part), language }));
};

/** One level of wrapping is enough for all texts seen; deeper nesting is no text. */
const isWrapped = (part: unknown): boolean =>
  scalar(part) !== undefined || scalar(dictionary(part)['@value']) !== undefined;
