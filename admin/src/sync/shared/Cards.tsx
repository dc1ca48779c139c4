import { Box, LinearProgress } from '@mui/material';
import { useListContext, type RaRecord } from 'ra-core';
import type { ReactElement, ReactNode } from 'react';

interface Props<R> {
  empty: ReactElement;
  children: (record: R) => ReactNode;
}

/** The rows of a list below each other, as a phone has room for them. */
export const Cards = <R extends object>({ empty, children }: Props<R>) => {
  const { data, isPending } = useListContext<R & RaRecord>();
  if (isPending) return <LinearProgress />;
  if (!data?.length) return empty;
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {data.map((record) => (
        <Box component="li" key={record.id} sx={{ p: 2, borderBottom: 1, borderColor: 'divider', overflowWrap: 'anywhere' }}>
          {children(record)}
        </Box>
      ))}
    </Box>
  );
};

/** Its first line: what it is about, and how it stands. */
export const CardTitle = ({ children }: { children: ReactNode }) => (
  <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', mb: 0.5 }}>{children}</Box>
);
