/// <reference types="vitest/config" />
import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

import { compressed } from './scripts/compressed.ts';

/** Where this checkout's stack listens: `make up` takes the next free port where 8014 is another's. */
const backend = (): string => {
  try {
    const stack = JSON.parse(readFileSync(new URL('../.dev/stack.json', import.meta.url), 'utf8'));
    return stack.web;
  } catch {
    return 'http://127.0.0.1:8014';
  }
};

const proxy = { '/api': backend() };

/** What changes only with a new version of a library stays in caches when the panel is built anew. */
const LIBRARIES = { name: 'react', test: /node_modules\/(react|react-dom|react-router|scheduler|@emotion|@tanstack)\// };

/** Each file is a request of its own: what every visit needs is one, and what many pages share is another. */
const SHELL = { name: 'shell', tags: ['$initial' as const] };
const COMMON = { name: 'common', minShareCount: 8 };

export default defineConfig({
  base: '/admin/',
  plugins: [react(), compressed()],
  build: {
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000, // how large one may be is for `npm run size` to say
    rolldownOptions: { output: { codeSplitting: { groups: [LIBRARIES, SHELL, COMMON] } } },
  },
  server: { host: '127.0.0.1', proxy },
  preview: { host: '127.0.0.1', proxy },
  test: { environment: 'jsdom', setupFiles: 'src/testing.ts', restoreMocks: true, unstubGlobals: true },
});
