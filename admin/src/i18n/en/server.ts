import type { server as Russian } from '../ru/server';

export const server: typeof Russian = {
  at_least: 'At least %{min}',
  at_most: 'At most %{max}',
  between: 'From %{min} to %{max}',
  shorter: 'At least %{min} characters',
  longer: 'At most %{max} characters',
  length: 'From %{min} to %{max} characters',
  one_of: 'One of: %{values}',
  lack: '%{name}: asked %{asked}, available %{available}',
  no_arrow: 'The order is elsewhere by now: it cannot go there',
  too_late: 'Too late to change',
  not_on_sale: '%{name} is not on sale',
  unknown_there: 'The site does not know “%{name}”',
  version: 'Somebody has changed it: the version is %{version} now',
  lacks: '%{name}: %{asked} asked for, %{available} there',
  reserved_for: 'Reserved for order %{number}',
  part_of: 'Part of the product “%{name}”',
  gone: '%{name}: %{missing} missing by the count, but only %{there} there now. Count it again.',
};
