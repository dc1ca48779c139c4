import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { answer, api } from '../../api/client';
import { useDebounced } from '../../ui/useDebounced';
import type { DeliveryType } from '../types';

interface Asked {
  pieces: number;
  type: DeliveryType;
  date: string | null;
}

const EVERY = 60_000;

export const useSlots = (asked: Asked) => {
  const { pieces: items, type: delivery_type, date } = useStill(asked);
  return useQuery({
    queryKey: ['delivery', 'slots', items, delivery_type, date],
    queryFn: ({ signal }) => {
      const query = { items, delivery_type, date: date ?? undefined };
      return answer(api.GET('/api/v1/delivery/slots', { params: { query }, signal }));
    },
    enabled: date !== null,
    refetchInterval: EVERY,
  });
};

/** Time goes by while somebody fills in a form: what could be met may be too late by now. */
export const useFeasibility = (asked: Asked & { time: string | null }) => {
  const { pieces: items, type: delivery_type, date, time } = useStill(asked);
  return useQuery({
    queryKey: ['delivery', 'feasibility', items, delivery_type, date, time],
    queryFn: ({ signal }) => {
      const query = { items, delivery_type, ...(date && { delivery_date: date }), ...(date && time && { delivery_time: time }) };
      return answer(api.GET('/api/v1/delivery/feasibility', { params: { query }, signal }));
    },
    placeholderData: keepPreviousData,
    refetchInterval: EVERY,
  });
};

const useStill = <T extends object>(asked: T): T => JSON.parse(useDebounced(JSON.stringify(asked)));
