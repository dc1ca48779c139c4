import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXT = /^assets\/.*\.(js|css|svg|json)$/;
const WORTH = 1024; // bytes; less fits into one packet as it is

const write = async (file: string) => {
  const content = await readFile(file);
  if (content.length < WORTH) return;
  const [gzipped, brotlied] = await Promise.all([promisify(gzip)(content, { level: 9 }), promisify(brotliCompress)(content)]);
  await Promise.all([writeFile(`${file}.gz`, gzipped), writeFile(`${file}.br`, brotlied)]);
};

/** Beside each asset it writes what web/panel.py sends to browsers that take gzip or brotli. */
export const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  async writeBundle({ dir }, bundle) {
    const names = Object.keys(bundle).filter((name) => TEXT.test(name));
    await Promise.all(names.map((name) => write(join(dir!, name))));
  },
});
