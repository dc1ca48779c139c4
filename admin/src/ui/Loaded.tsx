import { Alert, Button } from '@mui/material';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';

import { Loading } from './Loading';

interface Props<T> {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}

/** What a query brought; until then that it is on its way, or what went wrong and a way to try again. */
export const Loaded = <T,>({ query, children }: Props<T>) => {
  const translate = useTranslate();
  if (query.data !== undefined) return children(query.data);
  if (!query.error) return <Loading />;
  const retry = <Button onClick={() => query.refetch()}>{translate('app.retry')}</Button>;
  return (
    <Alert severity="error" action={retry}>
      {translate(query.error.message, { _: query.error.message })}
    </Alert>
  );
};
