import { Box, Stack } from '@mui/material';
import { useRecordContext } from 'ra-core';
import { EditButton, Show, TopToolbar } from 'react-admin';

import { Can } from '../auth/Can';
import { ChangesButton } from '../audit/ChangesButton';
import { Moment } from '../ui/Moment';
import { Money } from '../ui/Money';
import { Section } from '../ui/Section';
import { Stats } from '../ui/Stats';
import { DeedButton } from './DeedButton';
import { Operations } from './Operations';
import { Photo } from './Photo';
import { RemoveItem } from './RemoveItem';
import { StockChip } from './StockChip';
import type { Item } from './types';

const Actions = () => {
  const item = useRecordContext<Item>();
  return (
    <TopToolbar>
      {item && <ChangesButton entity="warehouse_item" id={item.id} />}
      <EditButton />
      {item && (
        <Can do="warehouse.delete">
          <RemoveItem item={item} />
        </Can>
      )}
    </TopToolbar>
  );
};

const Content = () => {
  const item = useRecordContext<Item>();
  if (!item) return null;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '2fr 1fr' }, alignItems: 'start' }}>
      <Stack spacing={2}>
        <Section title="warehouse.shelf" actions={<StockChip item={item} />}>
          <Figures item={item} />
          <Deeds item={item} />
        </Section>
        <Section title="warehouse.history.title">
          <Operations />
        </Section>
      </Stack>
      <Section title="warehouse.photo.title">
        <Photo item={item} />
      </Section>
    </Box>
  );
};

const Figures = ({ item }: { item: Item }) => (
  <Stats
    stats={[
      { label: 'resources.warehouse.fields.quantity', value: item.quantity, alarming: item.below_minimum },
      { label: 'resources.warehouse.fields.reserved', value: item.reserved },
      { label: 'resources.warehouse.fields.available', value: item.available, alarming: item.shortage > 0 },
      { label: 'resources.warehouse.fields.min_quantity', value: item.min_quantity },
      { label: 'resources.warehouse.fields.cost_price', value: <Money value={item.cost_price} /> },
      { label: 'resources.warehouse.fields.retail_price', value: <Money value={item.retail_price} /> },
      { label: 'resources.warehouse.fields.last_delivery_at', value: item.last_delivery_at && <Moment value={item.last_delivery_at} to="day" /> },
    ]}
  />
);

const Deeds = ({ item }: { item: Item }) => (
  <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
    <Can do="warehouse.deliver">
      <DeedButton item={item} deed="delivery" />
    </Can>
    <Can do="warehouse.write_off">
      <DeedButton item={item} deed="writeoff" />
    </Can>
    <Can do="warehouse.sell">
      <DeedButton item={item} deed="sale" />
    </Can>
  </Box>
);

const WarehouseShow = () => (
  <Show actions={<Actions />} component="div">
    <Content />
  </Show>
);

export default WarehouseShow;
