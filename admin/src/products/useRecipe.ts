import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { answer, api } from '../api/client';
import type { Schemas } from '../api/types';
import type { Product } from './types';

export type Part = Schemas['Part'];
type NewPart = Schemas['NewPart'];

const RECIPE = '/api/v1/products/{product_id}/recipe';

export const readRecipe = (product_id: number, signal?: AbortSignal) =>
  answer(api.GET(RECIPE, { params: { path: { product_id } }, signal }));

export const useRecipe = (product_id: number) =>
  useQuery({
    queryKey: ['products', product_id, 'recipe'],
    queryFn: ({ signal }) => readRecipe(product_id, signal),
  });

/** How many could be made of what is free in stock now. What is off sale has none. */
export const useAvailability = ({ id: product_id, enabled }: Product) =>
  useQuery({
    queryKey: ['products', product_id, 'availability'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/products/{product_id}/availability', { params: { path: { product_id } }, signal })),
    refetchInterval: 30_000,
    enabled,
  });

export const useRecipeChanges = (product_id: number) => {
  const client = useQueryClient();
  // After a refusal too: somebody else may have been first.
  const onSettled = () => client.invalidateQueries({ queryKey: ['products', product_id] });
  const path = { product_id };
  const row = (recipe_id: number) => ({ params: { path: { ...path, recipe_id } } });
  return {
    add: useMutation({ mutationFn: (body: NewPart) => api.POST(RECIPE, { params: { path }, body }), onSettled }),
    edit: useMutation({
      mutationFn: ({ id, ...body }: { id: number } & Schemas['PartEdit']) =>
        api.PATCH('/api/v1/products/{product_id}/recipe/{recipe_id}', { ...row(id), body }),
      onSettled,
    }),
    remove: useMutation({
      mutationFn: (id: number) => api.DELETE('/api/v1/products/{product_id}/recipe/{recipe_id}', row(id)),
      onSettled,
    }),
    replace: useMutation({
      mutationFn: (items: NewPart[]) =>
        api.POST('/api/v1/products/{product_id}/recipe/batch', { params: { path }, body: { items } }),
      onSettled,
    }),
  };
};
