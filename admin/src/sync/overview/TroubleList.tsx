import ErrorIcon from '@mui/icons-material/Error';
import WarningIcon from '@mui/icons-material/WarningAmber';
import { Button, Card, List, ListItem, ListItemIcon, ListItemText, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';

import type { Trouble } from '../troubles';

const HERE = '/sync/overview';

/** Everything that is stuck, each with a button that leads to where it is mended. */
export const TroubleList = ({ found }: { found: Trouble[] }) => {
  const translate = useTranslate();
  if (found.length === 0) return null;
  return (
    <Card component="section" aria-labelledby="sync-troubles">
      <Typography id="sync-troubles" variant="h6" component="h2" sx={{ px: 2, pt: 2 }}>
        {translate('sync.overview.troubles')}
      </Typography>
      <List>
        {found.map((trouble) => (
          <Row key={trouble.name + trouble.to} {...trouble} />
        ))}
      </List>
    </Card>
  );
};

const Row = ({ name, severity, to, args }: Trouble) => {
  const translate = useTranslate();
  const sentence = translate(`sync.trouble.${name}`, args);
  return (
    <ListItem sx={{ gap: 1 }}>
      <ListItemIcon sx={{ minWidth: 36 }}>
        {severity === 'error' ? <ErrorIcon color="error" /> : <WarningIcon color="warning" />}
      </ListItemIcon>
      <ListItemText>{sentence}</ListItemText>
      {to !== HERE && (
        <Button component={Link} to={to} size="small" sx={{ flexShrink: 0 }} aria-label={`${translate('sync.overview.mend')}: ${sentence}`}>
          {translate('sync.overview.mend')}
        </Button>
      )}
    </ListItem>
  );
};
