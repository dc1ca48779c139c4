import type { server as Russian } from '../ru/server';

export const server: typeof Russian = {
  at_least: 'At least %{min}',
  at_most: 'At most %{max}',
  between: 'From %{min} to %{max}',
  shorter: 'At least %{min} characters',
  longer: 'At most %{max} characters',
  length: 'From %{min} to %{max} characters',
  one_of: 'One of: %{values}',
  version: 'Somebody has changed it: the version is %{version} now',
};
