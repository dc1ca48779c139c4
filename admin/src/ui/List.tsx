import ReportIcon from '@mui/icons-material/Report';
import { Button } from '@mui/material';
import { useListContext, useResourceContext, useTranslate } from 'ra-core';
import { List as RaList, type ListProps } from 'ra-ui-materialui';

import { resources } from '../data/resources';
import { OF_ROWS } from '../data/rows';
import { EmptyState } from './EmptyState';
import { Pagination } from './Pagination';

/** react-admin's list as it is everywhere here: 25 rows, and where they cannot be had, why and a way to try again. */
export const List = ({ queryOptions, ...props }: ListProps) => {
  const resource = useResourceContext(props);
  const meta = { ...(resource && resources[resource]?.shortRows && OF_ROWS), ...queryOptions?.meta };
  return (
    <RaList
      exporter={false}
      perPage={25}
      pagination={<Pagination />}
      error={<Failed />}
      {...props}
      queryOptions={{ ...queryOptions, meta }}
    />
  );
};

const Failed = () => {
  const translate = useTranslate();
  const { error, refetch } = useListContext();
  return (
    <EmptyState icon={<ReportIcon />} title="app.error.list" hint={error?.message ?? ''}>
      <Button variant="contained" onClick={() => refetch()}>
        {translate('app.retry')}
      </Button>
    </EmptyState>
  );
};
