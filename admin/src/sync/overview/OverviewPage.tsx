import { Box } from '@mui/material';
import { Title } from 'ra-ui-materialui';

import { Loaded } from '../../ui/Loaded';
import { isMirrored, toneOf, troubles } from '../troubles';
import { useOverview } from '../useOverview';
import { Alone } from './Alone';
import { Comparisons } from './Comparisons';
import { Standing } from './Standing';
import { Trends } from './Trends';
import { TroubleList } from './TroubleList';
import { Verdict } from './Verdict';

const OverviewPage = () => (
  <Box sx={{ mt: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
    <Title title="sync.menu.overview" />
    <Loaded query={useOverview()}>
      {(seen) => {
        if (!isMirrored(seen)) return <Alone />;
        const found = troubles(seen);
        return (
          <>
            <Verdict seen={seen} tone={toneOf(seen, found)} />
            <TroubleList found={found} />
            <Standing seen={seen} />
            <Comparisons seen={seen} />
            <Trends />
          </>
        );
      }}
    </Loaded>
  </Box>
);

export default OverviewPage;
