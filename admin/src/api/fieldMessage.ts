/** The server's sentences that carry a value: how they are told, and the texts `server.*` that say the same. The first that fits. */
const WITH_VALUES: [RegExp, string, string[]][] = [
  [/^Must be greater than or equal to (.+?) and less than or equal to (.+?)\.$/, 'server.between', ['min', 'max']],
  [/^Must be greater than or equal to (.+?)\.$/, 'server.at_least', ['min']],
  [/^Must be less than or equal to (.+?)\.$/, 'server.at_most', ['max']],
  [/^Shorter than minimum length (\d+)\.$/, 'server.shorter', ['min']],
  [/^Longer than maximum length (\d+)\.$/, 'server.longer', ['max']],
  [/^Length must be between (\d+) and (\d+)\.$/, 'server.length', ['min', 'max']],
  [/^Must be one of: (.+?)\.$/, 'server.one_of', ['values']],
  [/^(.+): asked (\d+), available (\d+)$/, 'server.lack', ['name', 'asked', 'available']],
  [/^An order cannot go from (\w+) to (\w+)$/, 'server.no_arrow', ['from', 'to']],
  [/^cannot be changed while the order is (\w+)$/, 'server.too_late', ['status']],
  [/^(.+) is not on sale$/, 'server.not_on_sale', ['name']],
  [/^the site does not know (.+)$/, 'server.unknown_there', ['name']],
  [/^Is (\d+) now\.$/, 'server.version', ['version']],
  [/^(.+): asked (\d+), available (\d+)$/, 'server.lacks', ['name', 'asked', 'available']],
  [/^reserved for order (.+)$/, 'server.reserved_for', ['number']],
  [/^part of (.+)$/, 'server.part_of', ['name']],
  [/^(.+): (\d+) missing by the count, but only (\d+) there now$/, 'server.gone', ['name', 'missing', 'there']],
];

/** As a react-admin form translates it. A sentence without values is its own key (i18n/ru/server.ts). */
export const fieldMessage = (messages: string[]): string => {
  const [message = ''] = messages;
  for (const [pattern, key, names] of WITH_VALUES) {
    const found = pattern.exec(message);
    if (found) return withValues(key, Object.fromEntries(names.map((name, i) => [name, found[i + 1]])));
  }
  return message;
};

const withValues = (message: string, args: object) => `@@react-admin@@${JSON.stringify({ message, args })}`;
