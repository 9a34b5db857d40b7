import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type EditionScope, fileOfPage } from './edition-paths.ts';
import { rewritePage, rewriteStyles } from './rewrite-page.ts';

type Ask = (path: string) => Response | Promise<Response>;

type Edition = {
  ask: Ask;
  scope: EditionScope;
  origin: string | undefined;
  note: string;
  folder: string;
};

const isAsset = (path: string): boolean => path.startsWith('/assets/') || path === '/icon.svg';

/** Pages, and what they need to look like themselves. */
const fileOf = (href: string, scope: EditionScope): string | undefined =>
  isAsset(href) ? href.slice(1) : fileOfPage(href, scope);

const save = async (folder: string, file: string, content: string | Buffer): Promise<void> => {
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
};

/** @returns further addresses that this one leads to. */
const copy = async (
  { ask, scope, origin, note, folder }: Edition,
  href: string,
  file: string,
): Promise<string[]> => {
  const answer = await ask(href);
  if (answer.status !== 200) throw new Error(`${href} antwortet mit ${answer.status}.`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (file.endsWith('.html')) {
    const rewriting = { from: file, fileOf: (one: string) => fileOf(one, scope), origin, note };
    const { page, found } = rewritePage(bytes.toString('utf8'), rewriting);
    await save(folder, file, page);
    return found;
  }
  if (file.endsWith('.css')) {
    const { styles, found } = rewriteStyles(bytes.toString('utf8'));
    await save(folder, file, styles);
    return found;
  }
  await save(folder, file, bytes);
  return [];
};

/**
 * Copies the public pages of a town into an empty folder: they open from there without a server, by a double click,
 * from a stick, or from a neighbour's web space while the own provider is under attack.
 * @returns how many files.
 */
export const writeEdition = async (edition: Edition): Promise<number> => {
  await mkdir(edition.folder, { recursive: true });
  if ((await readdir(edition.folder)).length > 0)
    throw new Error(`Der Ordner ${edition.folder} ist nicht leer.`);
  const { scope } = edition;
  const done = new Set<string>();
  const waiting = [
    scope.townPath,
    `/?ort=${scope.place}`,
    ...[...scope.offerIds].map((id) => `/angebot/${id}?ort=${scope.place}`),
  ];
  for (let href = waiting.pop(); href !== undefined; href = waiting.pop()) {
    const file = fileOf(href, scope);
    if (file === undefined || done.has(file)) continue;
    done.add(file);
    waiting.push(...(await copy(edition, href, file)));
  }
  return done.size;
};
