import { Stack, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useRecordContext, useTranslate } from 'ra-core';
import { Show } from 'react-admin';

import { Colleague } from '../ui/Colleague';
import { Facts } from '../ui/Facts';
import { Mark } from '../ui/Mark';
import { Moment } from '../ui/Moment';
import { Section } from '../ui/Section';
import { signed } from '../ui/signed';
import { Apply } from './Apply';
import { Status } from './Status';
import { toneOf } from './toneOf';
import type { WholeCheck } from './types';

const Content = () => {
  const check = useRecordContext<WholeCheck>();
  if (!check) return null;
  return (
    <Stack spacing={2}>
      <Section title="inventory.about" actions={<Apply check={check} />}>
        <Facts
          facts={[
            ['resources.inventory.fields.status', <Status key="status" />],
            ['resources.inventory.fields.created_at', <Moment key="created" value={check.created_at} />],
            ['resources.inventory.fields.user_id', <Colleague key="user" id={check.user_id} />],
            ['resources.inventory.fields.applied_at', check.applied_at && <Moment value={check.applied_at} />],
            ['resources.inventory.fields.comment', check.comment],
            ['resources.inventory.fields.lines', check.lines],
            ['resources.inventory.fields.missing', check.missing],
            ['resources.inventory.fields.surplus', check.surplus],
          ]}
        />
      </Section>
      <Section title="inventory.lines">
        <Lines check={check} />
      </Section>
    </Stack>
  );
};

/** What differs comes first. */
const Lines = ({ check }: { check: WholeCheck }) => {
  const translate = useTranslate();
  const lines = [...check.items].sort((one, other) => Math.abs(other.difference) - Math.abs(one.difference));
  return (
    <Table size="small" sx={{ '& td, & th': { px: { xs: 0.75, sm: 2 } } }}>
      <TableHead>
        <TableRow>
          <TableCell>{translate('resources.warehouse.fields.name')}</TableCell>
          <TableCell align="right">{translate('inventory.books')}</TableCell>
          <TableCell align="right">{translate('inventory.counted')}</TableCell>
          <TableCell align="right">{translate('inventory.difference')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map((line) => (
          <TableRow key={line.warehouse_item_id}>
            <TableCell component="th" scope="row">
              {line.name}
            </TableCell>
            <TableCell align="right">{line.snapshot}</TableCell>
            <TableCell align="right">{line.counted}</TableCell>
            <TableCell align="right">
              <Mark tone={toneOf(line.difference)}>{signed(line.difference)}</Mark>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};

const CheckShow = () => (
  <Show component="div">
    <Content />
  </Show>
);

export default CheckShow;
