import LinkOffIcon from '@mui/icons-material/LinkOff';
import { Card } from '@mui/material';

import { EmptyState } from '../../ui/EmptyState';

/** What a shop sees that is not mirrored. */
export const Alone = () => (
  <Card>
    <EmptyState icon={<LinkOffIcon />} title="sync.overview.alone" hint="sync.overview.alone_hint" />
  </Card>
);
