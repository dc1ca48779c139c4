import { useQuery } from '@tanstack/react-query';

import { answer, api } from '../api/client';
import { useDebounced } from '../ui/useDebounced';

/** Whether so many pieces of a product can be made now. */
export const usePossible = (product_id: number | undefined, quantity: number) => {
  const asked = useDebounced(quantity);
  const { data } = useQuery({
    queryKey: ['orders', 'possible', product_id, asked],
    queryFn: ({ signal }) => {
      const items = [{ product_id: product_id ?? 0, quantity: asked }];
      return answer(api.POST('/api/v1/orders/check-availability', { body: { items }, signal }));
    },
    enabled: product_id !== undefined,
  });
  return data?.items[0];
};
