import { existsSync, readFileSync } from 'node:fs';
import type { Assets } from './web/shell-props.ts';

type Manifest = Record<string, { file: string; css?: string[] }>;

/** The addresses that the build wrote down. @throws Error where nothing has been built yet. */
export const readAssets = (file = 'dist/client/manifest.json'): Assets => {
  if (!existsSync(file)) throw new Error('Die Anwendung ist noch nicht gebaut: »npm start« baut sie.');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  const address = (source: string): string => {
    const entry = manifest[source];
    if (!entry) throw new Error(`${source} steht nicht in ${file}: Bauen Sie neu.`);
    return `/${entry.file}`;
  };
  const mapStyle = manifest['src/app/web/islands/map.ts']?.css?.[0];
  return {
    app: address('src/app/web/app.css'),
    page: address('src/app/web/islands/page.ts'),
    map: address('src/app/web/islands/map.ts'),
    mapStyle: mapStyle && `/${mapStyle}`,
  };
};
