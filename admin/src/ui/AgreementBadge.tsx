import CallSplitIcon from '@mui/icons-material/CallSplit';
import CheckCircleIcon from '@mui/icons-material/CheckCircleOutlined';
import CloudOffIcon from '@mui/icons-material/CloudOff';
import EditNoteIcon from '@mui/icons-material/EditNote';
import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import SyncIcon from '@mui/icons-material/Sync';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import type { ComponentType } from 'react';

import type { Schemas } from '../api/types';
import { standingOf, type Standing } from './standing';
import { useShop } from './useShop';

type Tone = 'success' | 'warning' | 'error' | 'secondary';

const LOOKS: Record<Standing, [icon: ComponentType<{ fontSize: 'inherit' }>, tone: Tone]> = {
  agreed: [CheckCircleIcon, 'success'],
  by_hand: [EditNoteIcon, 'warning'],
  conflict: [CallSplitIcon, 'error'],
  rejected: [ErrorIcon, 'error'],
  dead: [ErrorIcon, 'error'],
  gone_there: [CloudOffIcon, 'error'],
  pending: [SyncIcon, 'secondary'],
  local_only: [CloudOffIcon, 'secondary'],
};

const Badge = styled('span', { shouldForwardProp: (prop) => prop !== 'tone' })<{ tone: Tone }>(({ theme, tone }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  fontSize: '0.8125rem',
  color: colour(theme.palette, tone),
  '& svg': { fontSize: '1.25rem' },
}));

type Palette = Record<'success' | 'warning' | 'error', { light: string; dark: string }> & {
  mode: string;
  text: { secondary: string };
};

/** The library's dark warning is too pale to be read on white. */
const WARNING = '#8a4600';

const colour = (palette: Palette, tone: Tone): string => {
  if (tone === 'secondary') return palette.text.secondary;
  if (palette.mode === 'dark') return palette[tone].light;
  return tone === 'warning' ? WARNING : palette[tone].dark;
};

interface Props {
  sync: Schemas['OrderAgreement'];
  /** The sign alone, with the words for those who ask or do not see it. */
  compact?: boolean;
}

/** Whether the site has an order as we have it, and if not, what is to be done. Nothing in a shop of ours alone. */
export const AgreementBadge = ({ sync, compact = false }: Props) => {
  const translate = useTranslate();
  const isMirrored = useShop()?.mirrors_bitrix ?? false;
  const standing = standingOf(sync);
  if (standing === 'local_only' && !isMirrored) return null;
  const [Icon, tone] = LOOKS[standing];
  const fields = sync.by_hand.map((field) => translate(`orders.shared.${field}`, { _: field })).join(', ');
  const there = sync.status_there ? translate(`orders.status.${sync.status_there}`) : '';
  const key = standing === 'by_hand' && sync.by_hand.includes('status') && there ? 'ahead' : standing;
  const words = translate(`orders.agreement.${key}`, { fields, there });
  return compact ? (
    <Badge tone={tone} role="img" aria-label={words} title={words}>
      <Icon fontSize="inherit" />
    </Badge>
  ) : (
    <Badge tone={tone}>
      <Icon fontSize="inherit" />
      {words}
    </Badge>
  );
};
