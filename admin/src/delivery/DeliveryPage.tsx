import { Chip, Stack } from '@mui/material';
import { useQuery } from '@tanstack/react-query';

import { answer, api } from '../api/client';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';

const DeliveryPage = () => {
  const query = useQuery({
    queryKey: ['delivery', 'slots'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/delivery/slots', { signal })),
  });
  return (
    <Page title="delivery.menu">
      <Loaded query={query}>
        {({ slots }) => (
          <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
            {slots.map(({ starts_at, label, available }) => (
              <Chip key={starts_at} label={label} color={available ? 'success' : 'default'} variant="outlined" />
            ))}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
};

export default DeliveryPage;
