import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { HttpError } from 'ra-core';
import { useWatch } from 'react-hook-form';

import { answer, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useDebounced } from '../../ui/useDebounced';
import { linesOf, type DraftLine } from '../draft';
import type { DeliveryType } from '../types';

export type PricedLine = Schemas['Priced'];

/** What the order would cost by the server's prices, and whether it can be made: one answer for both. */
export const usePreview = () => {
  const items: DraftLine[] = useWatch({ name: 'items' });
  const delivery_type: DeliveryType = useWatch({ name: 'delivery_type' });
  const asked = useDebounced(JSON.stringify({ delivery_type, items: linesOf(items).map(withoutRequests) }));
  const { data, error, isFetching } = useQuery<Schemas['Preview'], HttpError>({
    queryKey: ['orders', 'preview', asked],
    queryFn: ({ signal }) => answer(api.POST('/api/v1/orders/preview', { body: JSON.parse(asked), signal })),
    enabled: items.length > 0 && isOfSome(asked),
    placeholderData: keepPreviousData,
  });
  return { preview: items.length ? data : undefined, error, isFetching, refused: refusedLines(error) };
};

/** What is asked for follows what is typed by a moment. */
const isOfSome = (asked: string): boolean => JSON.parse(asked).items.length > 0;

const withoutRequests = ({ product_id, quantity }: Schemas['NewOrderLine']) => ({ product_id, quantity });

/** Why lines cannot be ordered at all, by their index. */
const refusedLines = (error: HttpError | null): Record<number, string> => {
  const items: Record<string, { product_id?: string }> = error?.body?.errors?.items ?? {};
  return Object.fromEntries(
    Object.entries(items).flatMap(([index, { product_id }]) => (product_id ? [[Number(index), product_id]] : [])),
  );
};
