import PersonAddIcon from '@mui/icons-material/PersonAdd';
import { Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { Link, Navigate, useParams } from 'react-router-dom';

import { answer, api } from '../api/client';
import { Can } from '../auth/Can';
import { EmptyState } from '../ui/EmptyState';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { formatPhone } from '../ui/phones';

/** To whoever has this phone, in any spelling; where nobody has, a client may be made of it. */
const ByPhonePage = () => {
  const { phone = '' } = useParams();
  const query = useQuery({
    queryKey: ['client_profile', phone],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/client_profile', { params: { query: { phone } }, signal })),
  });
  return (
    <Page title="clients.menu">
      {(query.error as { status?: number } | null)?.status === 404 ? (
        <Stranger phone={phone} />
      ) : (
        <Loaded query={query}>{({ id }) => <Navigate to={`/clients/${id}/show`} replace />}</Loaded>
      )}
    </Page>
  );
};

const Stranger = ({ phone }: { phone: string }) => {
  const translate = useTranslate();
  const source = encodeURIComponent(JSON.stringify({ phone }));
  return (
    <EmptyState icon={<PersonAddIcon />} title={formatPhone(phone)} hint="clients.stranger">
      <Can do="clients.create">
        <Button component={Link} to={`/clients/create?source=${source}`} variant="contained">
          {translate('clients.add')}
        </Button>
      </Can>
    </EmptyState>
  );
};

export default ByPhonePage;
