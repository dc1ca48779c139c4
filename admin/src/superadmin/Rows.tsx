import { Box, Divider, Stack, Typography } from '@mui/material';
import { RecordContextProvider, useListContext, type RaRecord } from 'ra-core';
import type { ReactElement, ReactNode } from 'react';

import { EmptyState } from '../ui/EmptyState';

/** The rows of a list, or that nothing is like that. */
export const Rows = <R extends RaRecord>({ icon, children }: { icon: ReactElement; children: (row: R) => ReactNode }) => {
  const { data, isPending } = useListContext<R>();
  if (isPending) return null;
  if (!data?.length) return <EmptyState icon={icon} title="superadmin.empty.title" hint="superadmin.empty.hint" />;
  return (
    <Stack component="ul" divider={<Divider component="li" aria-hidden />} sx={{ p: 0, m: 0, listStyle: 'none' }}>
      {data.map((row) => (
        <li key={row.id}>
          <RecordContextProvider value={row}>{children(row)}</RecordContextProvider>
        </li>
      ))}
    </Stack>
  );
};

interface RowProps {
  title: ReactNode;
  /** Beside the title. */
  state?: ReactNode;
  /** Below it. */
  details: ReactNode;
  /** Buttons. */
  children: ReactNode;
}

/** What it is on the left, what can be done with it on the right; on a phone one below the other. */
export const Row = ({ title, state, details, children }: RowProps) => (
  <Stack direction={{ xs: 'column', md: 'row' }} spacing={1} sx={{ px: 2, py: 1.5, alignItems: { md: 'center' } }}>
    <Box sx={{ flex: 1, minWidth: 0 }}>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography component="span" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {title}
        </Typography>
        {state}
      </Stack>
      <Typography variant="body2" color="text.secondary" component="div" sx={{ overflowWrap: 'anywhere' }}>
        {details}
      </Typography>
    </Box>
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 0.5 }}>
      {children}
    </Stack>
  </Stack>
);
