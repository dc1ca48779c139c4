/** The time zones that the browser knows, with the one that is set, whatever the browser calls it. */
export const zoneChoices = (current: string) =>
  [...new Set([current, ...Intl.supportedValuesOf('timeZone')])]
    .sort()
    .map((id) => ({ id, name: id.replaceAll('_', ' ') }));
