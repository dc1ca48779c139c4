import { Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';

import { useCan } from '../../auth/useCan';
import { isOver } from '../../orders/types';
import { Section } from '../../ui/Section';
import { nameOf, useColleagues, type Member } from '../../ui/useColleagues';
import type { Order } from '../types';
import { useChange } from '../useChange';
import { assignCourier, assignResponsible, take } from './calls';

const NOBODY = '';

/** Who answers for the order and who drives it. A florist takes what is nobody's, a manager gives it out. */
export const Workers = ({ order }: { order: Order }) => {
  const translate = useTranslate();
  const change = useChange();
  const team = useColleagues();
  const mayTake = useCan('orders.take') && order.responsible_id === null && !isOver(order.status);
  return (
    <Section title="order.workers.title">
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Part
          label="order.field.responsible_id"
          value={order.responsible_id}
          team={team}
          mayBe={(role) => role !== 'courier'}
          fixed={!useCan('orders.assign_responsible') || isOver(order.status)}
          busy={change.isPending}
          onChange={(id) => change.mutate(() => assignResponsible(order, id))}
        />
        {mayTake && (
          <Button variant="outlined" loading={change.isPending} onClick={() => change.mutate(() => take(order))}>
            {translate('order.workers.take')}
          </Button>
        )}
        <Part
          label="order.field.courier_id"
          value={order.courier_id}
          team={team}
          mayBe={(role) => role === 'courier'}
          fixed={!useCan('orders.assign_courier') || isOver(order.status)}
          busy={change.isPending}
          onChange={(id) => change.mutate(() => assignCourier(order, id))}
        />
      </Box>
    </Section>
  );
};

interface PartProps {
  label: string;
  value: number | null;
  team: Member[] | undefined;
  mayBe: (role: Member['role']) => boolean;
  fixed: boolean;
  busy: boolean;
  onChange: (id: number | null) => void;
}

const Part = ({ label, value, team, mayBe, fixed, busy, onChange }: PartProps) => {
  const translate = useTranslate();
  const nobody = translate('order.workers.nobody');
  const name = value === null ? nobody : (nameOf(team, value) ?? translate('team.somebody', { id: value }));
  if (fixed) {
    return (
      <div>
        <Typography variant="body2" color="text.secondary">
          {translate(label)}
        </Typography>
        <Typography>{name}</Typography>
      </div>
    );
  }
  const offered = team?.filter(({ is_active, id, role }) => is_active && mayBe(role) && id !== value);
  return (
    <TextField
      select
      fullWidth
      size="small"
      label={translate(label)}
      value={value ?? NOBODY}
      disabled={busy}
      onChange={({ target }) => onChange(target.value === NOBODY ? null : Number(target.value))}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value={NOBODY}>{nobody}</MenuItem>
      {value !== null && <MenuItem value={value}>{name}</MenuItem>}
      {offered?.map(({ id, name: theirs }) => (
        <MenuItem key={id} value={id}>
          {theirs}
        </MenuItem>
      ))}
    </TextField>
  );
};
