import { Stack } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { Title } from 'ra-ui-materialui';

import { answer, api } from '../api/client';
import { Facts } from '../ui/Facts';
import { Loaded } from '../ui/Loaded';
import { Moment } from '../ui/Moment';
import { Section } from '../ui/Section';
import { ChangePassword } from './ChangePassword';
import { OwnStats } from './OwnStats';
import { ProfileForm } from './ProfileForm';

const ProfilePage = () => {
  const translate = useTranslate();
  const query = useQuery({
    queryKey: ['profile'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/profile/', { signal })),
  });
  return (
    <Stack spacing={2} sx={{ mt: 2, maxWidth: 720 }}>
      <Title title="profile.menu" />
      <Loaded query={query}>
        {(me) => (
          <>
            <Section title="profile.own">
              <Facts
                facts={[
                  ['profile.role', translate(`team.role.${me.role}`)],
                  ['profile.shop', me.shop_name],
                  ['profile.since', <Moment key="since" value={me.created_at} to="day" />],
                ]}
              />
              <ProfileForm key={`${me.name} ${me.phone}`} me={me} />
            </Section>
            <Section title="profile.stats.title">
              <OwnStats />
            </Section>
            <Section title="profile.password.title">
              <ChangePassword phone={me.phone} />
            </Section>
          </>
        )}
      </Loaded>
    </Stack>
  );
};

export default ProfilePage;
