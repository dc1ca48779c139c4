/** Why a run is not simply done, as the server says it: patterns, and the texts `sync.reason.*` that say the same. */
const SAID: [RegExp, string, string[]][] = [
  [/^the site listed (\d+), less than half of the (\d+) of/, 'half', ['read', 'before']],
  [/^(\d+) of (\d+) are gone there$/, 'gone', ['count', 'of']],
  [/^(\d+) of (\d+) would be overwritten here$/, 'here', ['count', 'of']],
  [/^(\d+) of (\d+) would be overwritten there$/, 'there', ['count', 'of']],
  [/^the first run would overwrite (\d+)$/, 'first', ['count']],
  [/^stopped by hand$/, 'stopped', []],
  [/^it did not read everything$/, 'torn', []],
  [/^it killed its worker again and again$/, 'killed', []],
];

export interface Reason {
  key: string;
  args: Record<string, string>;
}

export const reasonOf = (said: string): Reason => {
  for (const [pattern, name, names] of SAID) {
    const found = pattern.exec(said);
    if (found) return { key: `sync.reason.${name}`, args: Object.fromEntries(names.map((n, i) => [n, found[i + 1] ?? ''])) };
  }
  return { key: 'sync.reason.other', args: { said } };
};
