// What the first load of the order list fetches: the shell (the entry with all it imports), and the page's own chunks.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT_KB = 420;
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

const withImports = (key, seen = new Set()) => {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const other of manifest[key].imports ?? []) withImports(other, seen);
  return seen;
};
const filesOf = (keys) => [...keys].flatMap((key) => [manifest[key].file, ...(manifest[key].css ?? [])]);
const gzipped = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;
const kb = (bytes) => (bytes / 1024).toFixed(1).padStart(7);

const shell = ['index.html', ...filesOf(withImports('index.html'))];
const page = filesOf(withImports('src/orders/OrdersList.tsx')).filter((file) => !shell.includes(file));
const sum = (files) => files.reduce((total, file) => total + gzipped(file), 0);

for (const file of [...shell, ...page]) console.log(`${kb(gzipped(file))} KB  ${file}`);
console.log(`${kb(sum(shell))} KB  the shell`);
console.log(`${kb(sum(shell) + sum(page))} KB  with the order list (at most ${LIMIT_KB})`);
process.exitCode = sum(shell) + sum(page) > LIMIT_KB * 1024 ? 1 : 0;
