import { useQuery } from '@tanstack/react-query';
import type { HttpError } from 'ra-core';

import { answer, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useCan } from '../../auth/useCan';
import { useDebounced } from '../../ui/useDebounced';

const DIGITS_OF_A_PHONE = 10;

/** What the shop knows of somebody by their phone; null: nothing yet. */
export const useClient = (typed: string | null) => {
  const may = useCan('client_profile.show');
  const phone = useDebounced(typed?.trim() ?? '', 500);
  return useQuery({
    queryKey: ['client_profile', phone],
    queryFn: async ({ signal }): Promise<Schemas['ClientProfile'] | null> =>
      answer(api.GET('/api/v1/client_profile', { params: { query: { phone } }, signal })).catch((error: HttpError) => {
        if (error.status === 404) return null;
        throw error;
      }),
    enabled: may && phone.replace(/\D/g, '').length >= DIGITS_OF_A_PHONE,
    retry: false,
  });
};
