import WhatsAppIcon from '@mui/icons-material/WhatsApp';
import { Box, Button, Stack } from '@mui/material';
import { useRecordContext, useTranslate } from 'ra-core';
import { EditButton, Show } from 'react-admin';

import { Can } from '../auth/Can';
import { Facts } from '../ui/Facts';
import { Moment } from '../ui/Moment';
import { Money } from '../ui/Money';
import { Phone } from '../ui/Phone';
import { chatLink } from '../ui/phones';
import { Section } from '../ui/Section';
import { Stats } from '../ui/Stats';
import { Habits } from './Habits';
import { Notes } from './Notes';
import { OrdersOf } from './OrdersOf';
import { Privacy } from './Privacy';
import type { Profile } from './types';

const Content = () => {
  const client = useRecordContext<Profile>();
  if (!client) return null;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 3fr) minmax(0, 2fr)' }, alignItems: 'start' }}>
      <Stack spacing={2}>
        <Section title="clients.about" actions={<WhatsApp phone={client.phone} />}>
          <About client={client} />
        </Section>
        <Can do="orders.list_orders">
          <Section title="clients.orders_title">
            <OrdersOf />
          </Section>
        </Can>
      </Stack>
      <Stack spacing={2}>
        <Section title="resources.clients.fields.notes">
          <Notes key={client.id} client={client} />
        </Section>
        <Section title="clients.habits.title">
          <Privacy client={client} />
          <Habits client={client} />
        </Section>
      </Stack>
    </Box>
  );
};

const WhatsApp = ({ phone }: { phone: string }) => {
  const translate = useTranslate();
  return (
    <Button href={chatLink(phone)} target="_blank" rel="noreferrer" startIcon={<WhatsAppIcon />}>
      {translate('clients.write')}
    </Button>
  );
};

const About = ({ client: { statistics, ...client } }: { client: Profile }) => (
  <Stack spacing={2}>
    <Facts
      facts={[
        ['resources.clients.fields.name', client.name],
        ['resources.clients.fields.phone', <Phone key="phone" value={client.phone} />],
        ['resources.clients.fields.telegram_username', client.telegram_username && `@${client.telegram_username}`],
        ['resources.clients.fields.created_at', <Moment key="since" value={client.created_at} to="day" />],
      ]}
    />
    <Stats
      stats={[
        { label: 'clients.figure.orders_count', value: statistics.orders_count },
        { label: 'clients.figure.total_spent', value: <Money value={statistics.total_spent} /> },
        { label: 'clients.figure.average_order', value: <Money value={statistics.average_order} /> },
        {
          label: 'clients.figure.last_order_at',
          value: statistics.last_order_at && <Moment value={statistics.last_order_at} to="day" />,
        },
      ]}
    />
  </Stack>
);

const ClientShow = () => (
  <Show component="div" actions={<EditButton sx={{ my: 1 }} />}>
    <Content />
  </Show>
);

export default ClientShow;
