import { Box, Card, CardContent, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';

import { Can } from '../../auth/Can';
import { Loaded } from '../../ui/Loaded';
import { Charts } from './Charts';
import { useStats, WINDOWS, type Window } from './useStats';

/** How the last hour, day or month went. */
export const Trends = () => (
  <Can do="sync.stats">
    <Card>
      <CardContent>
        <Windowed />
      </CardContent>
    </Card>
  </Can>
);

const Windowed = () => {
  const translate = useTranslate();
  const [window, setWindow] = useState<Window>('24h');
  return (
    <>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap', mb: 2 }}>
        <Typography variant="h6" component="h2" sx={{ flex: 1 }}>
          {translate('sync.overview.trends')}
        </Typography>
        <ToggleButtonGroup
          size="small"
          exclusive
          value={window}
          onChange={(_, chosen: Window | null) => chosen && setWindow(chosen)}
          aria-label={translate('sync.overview.window')}
        >
          {WINDOWS.map((each) => (
            <ToggleButton key={each} value={each}>
              {translate(`sync.overview.windows.${each}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </Box>
      <Loaded query={useStats(window)}>{(stats) => <Charts stats={stats} />}</Loaded>
    </>
  );
};
