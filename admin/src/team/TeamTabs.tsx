import { Tab, Tabs } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';

import { useCan } from '../auth/useCan';

/** People, and those who are on their way. */
export const TeamTabs = ({ at }: { at: '/team' | '/team/invitations' }) => {
  const translate = useTranslate();
  if (!useCan('profile.list_invitations')) return null;
  return (
    <Tabs value={at} aria-label={translate('team.menu')}>
      <Tab label={translate('team.people')} value="/team" component={Link} to="/team" />
      <Tab label={translate('team.invitations')} value="/team/invitations" component={Link} to="/team/invitations" />
    </Tabs>
  );
};
