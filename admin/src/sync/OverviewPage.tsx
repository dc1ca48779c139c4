import { Alert } from '@mui/material';
import { useTranslate } from 'ra-core';

import { Facts } from '../ui/Facts';
import { Loaded } from '../ui/Loaded';
import { Moment } from '../ui/Moment';
import { Page } from '../ui/Page';
import { useOverview } from './useOverview';

const OverviewPage = () => {
  const translate = useTranslate();
  return (
    <Page title="sync.menu.overview">
      <Loaded query={useOverview()}>
        {({ agreed, since, inbox, outbox, conflicts_open }) => (
          <>
            <Alert severity={agreed ? 'success' : 'warning'} sx={{ mb: 2 }}>
              {translate(agreed ? 'sync.agreed' : 'sync.not_agreed')} <Moment value={since} />
            </Alert>
            <Facts
              facts={[
                ['sync.inbox', `${inbox.pending} / ${inbox.dead}`],
                ['sync.outbox', `${outbox.pending} / ${outbox.dead}`],
                ['sync.conflicts', conflicts_open],
              ]}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
};

export default OverviewPage;
