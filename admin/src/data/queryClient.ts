import { QueryClient } from '@tanstack/react-query';

const ATTEMPTS = 2;

/** A refusal stays one; what did not get through is tried again. Polling rests while the tab is hidden by itself. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => failures < ATTEMPTS && !isRefusal(error),
    },
  },
});

const isRefusal = (error: unknown): boolean => {
  const { status = 0 } = error as { status?: number };
  return status >= 400 && status < 500;
};
