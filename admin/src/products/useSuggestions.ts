import { useQuery } from '@tanstack/react-query';

import { answer, api } from '../api/client';

export type Words = 'colors' | 'occasions' | 'cities' | 'tags';

interface Choice {
  value: string;
  name: string;
}

/** What a product may be described by: what others of the shop are, and all colours there are. */
export const useSuggestions = (source: Words) => {
  const { data: filters } = useQuery({
    queryKey: ['products', 'filters'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/products/filters', { signal })),
    staleTime: 60_000,
  });
  const { data: colors } = useQuery({
    queryKey: ['colors'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/colors', { signal })),
    staleTime: Infinity,
    enabled: source === 'colors',
  });
  const known: Choice[] = [
    ...(source === 'colors' ? (colors?.items ?? []).map(({ code, name }) => ({ value: code, name })) : []),
    ...(filters?.[source] ?? []),
  ];
  const names = new Map(known.map(({ value, name }) => [value, name]));
  return { codes: [...names.keys()], nameOf: (value: string) => names.get(value) ?? value };
};
