import { build } from 'vite';

const started = performance.now();
await build({ configFile: 'vite.client.config.ts', logLevel: 'warn' });
await build({ configFile: 'vite.server.config.ts', logLevel: 'warn' });
console.log(`Gebaut in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
