import CheckCircleIcon from '@mui/icons-material/CheckCircle';
import CloudOffIcon from '@mui/icons-material/CloudOff';
import ErrorIcon from '@mui/icons-material/Error';
import HomeIcon from '@mui/icons-material/Home';
import ScheduleIcon from '@mui/icons-material/Schedule';
import WarningAmberIcon from '@mui/icons-material/WarningAmber';
import { Chip, Tooltip, type ChipProps } from '@mui/material';
import { useTranslate } from 'ra-core';

import { standingOf, type ProductStanding } from '../ui/standing';
import type { Agreement } from './types';

const LOOKS: Record<ProductStanding, Pick<ChipProps, 'color' | 'icon'>> = {
  agreed: { color: 'success', icon: <CheckCircleIcon /> },
  pending: { color: 'warning', icon: <ScheduleIcon /> },
  rejected: { color: 'warning', icon: <WarningAmberIcon /> },
  conflict: { color: 'error', icon: <WarningAmberIcon /> },
  dead: { color: 'error', icon: <ErrorIcon /> },
  gone_there: { color: 'default', icon: <CloudOffIcon /> },
  local_only: { color: 'default', icon: <HomeIcon /> },
};

/** How a product stands with the site, in a word; what it means as a hint. */
export const SyncChip = ({ sync }: { sync: Agreement }) => {
  const translate = useTranslate();
  const standing = standingOf(sync);
  return (
    <Tooltip title={translate(`products.sync.${standing}.hint`)}>
      <Chip
        size="small"
        variant="outlined"
        label={translate(`products.sync.${standing}.label`)}
        {...LOOKS[standing]}
        sx={{ '& .MuiChip-label': { color: 'text.primary' } }}
      />
    </Tooltip>
  );
};
