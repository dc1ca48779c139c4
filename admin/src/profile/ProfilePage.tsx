import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';

import { answer, api } from '../api/client';
import { Facts } from '../ui/Facts';
import { Loaded } from '../ui/Loaded';
import { Moment } from '../ui/Moment';
import { Page } from '../ui/Page';

const ProfilePage = () => {
  const translate = useTranslate();
  const query = useQuery({
    queryKey: ['profile'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/profile/', { signal })),
  });
  return (
    <Page title="profile.menu">
      <Loaded query={query}>
        {(me) => (
          <Facts
            facts={[
              ['profile.name', me.name],
              ['profile.phone', me.phone],
              ['profile.role', translate(`team.role.${me.role}`)],
              ['profile.shop', me.shop_name],
              ['profile.since', <Moment key="since" value={me.created_at} to="day" />],
            ]}
          />
        )}
      </Loaded>
    </Page>
  );
};

export default ProfilePage;
