import { defineConfig } from 'vite';

export default defineConfig({
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    ssr: true,
    outDir: 'dist/server',
    target: 'node24',
    sourcemap: true,
    rolldownOptions: {
      input: {
        main: 'src/app/main.ts',
        'file-worker': 'src/modules/offers/apart/file-worker.ts',
        'effect-worker': 'src/modules/parking/effect/apart/effect-worker.ts',
        'order-worker': 'src/modules/strategy/roadmap/apart/order-worker.ts',
      },
      // All files in one folder: the main thread looks for the workers beside itself.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
