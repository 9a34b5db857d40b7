import { PurgeCSS } from 'purgecss';
import subsetFont from 'subset-font';
import { defineConfig, type Plugin } from 'vite';

// Everything that German, its neighbours' names and our symbols need: Latin, Latin-1, Latin Extended-A, arrows.
const LETTERS = [
  [0x20, 0x17f],
  [0x2010, 0x2026],
  [0x2190, 0x2199],
  [0x2039, 0x203a],
  [0x20ac, 0x20ac],
  [0x2212, 0x2212],
  [0x2264, 0x2265],
  [0x1e9e, 0x1e9e],
]
  .flatMap(([from = 0, to = 0]) =>
    Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)),
  )
  .join('');

/** KERN's style sheet holds all its parts and languages: only what the pages use is sent. */
const slim = (): Plugin => ({
  name: 'slim',
  async generateBundle(_, bundle) {
    for (const asset of Object.values(bundle)) {
      if (asset.type !== 'asset') continue;
      if (asset.fileName.endsWith('.woff2'))
        asset.source = await subsetFont(Buffer.from(asset.source), LETTERS, { targetFormat: 'woff2' });
      if (asset.fileName.endsWith('.css') && !asset.fileName.includes('map')) {
        const [purged] = await new PurgeCSS().purge({
          content: ['src/**/*.tsx', 'src/**/islands/*.ts'],
          css: [{ raw: String(asset.source) }],
          // Names put together in code are not found by their letters.
          safelist: {
            standard: [
              /^kern-icon--(home|checklist|calendar-today|edit|search|download|help|info|success|warning|danger)$/,
              /^kern-alert--/,
              /^offer__state--/,
            ],
            greedy: [/leaflet/, /kern-light/, /kern-level-0/],
          },
        });
        asset.source = purged?.css ?? asset.source;
      }
    }
  },
});

export default defineConfig({
  publicDir: false,
  plugins: [slim()],
  build: {
    outDir: 'dist/client',
    manifest: 'manifest.json',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        app: 'src/app/web/app.css',
        page: 'src/app/web/islands/page.ts',
        map: 'src/app/web/islands/map.ts',
        sw: 'src/app/web/islands/service-worker.ts',
      },
      output: {
        // The browser insists on one address for the service worker, at the root.
        entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
