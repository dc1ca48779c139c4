import { Link, List, ListItem, ListItemText, ListSubheader, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';

import { formatPhone } from '../ui/phones';
import type { Profile } from './types';

/** What the client buys most, and whom they send flowers to. */
export const Habits = ({ client }: { client: Profile }) => {
  const translate = useTranslate();
  const { allow_personalization: allowed, favourite_products: favourites, frequent_recipients: recipients } = client;
  if (!allowed) return null;
  if (favourites.length + recipients.length === 0) {
    return <Typography color="text.secondary">{translate('clients.habits.empty')}</Typography>;
  }
  return (
    <List dense disablePadding>
      {favourites.length > 0 && <Heading text="clients.habits.favourites" />}
      {favourites.map(({ name, product_id, quantity }) => (
        <ListItem key={name} disableGutters>
          <ListItemText
            primary={product_id ? <Link component={RouterLink} to={`/products/${product_id}`}>{name}</Link> : name}
            secondary={translate('clients.habits.bought', { smart_count: quantity })}
          />
        </ListItem>
      ))}
      {recipients.length > 0 && <Heading text="clients.habits.recipients" />}
      {recipients.map(({ phone, name, orders_count }) => (
        <ListItem key={phone} disableGutters>
          <ListItemText
            primary={
              <Link component={RouterLink} to={`/clients/by-phone/${encodeURIComponent(phone)}`}>
                {name ? `${name}, ${formatPhone(phone)}` : formatPhone(phone)}
              </Link>
            }
            secondary={translate('clients.orders', { smart_count: orders_count })}
          />
        </ListItem>
      ))}
    </List>
  );
};

const Heading = ({ text }: { text: string }) => {
  const translate = useTranslate();
  return (
    <ListSubheader disableGutters disableSticky sx={{ bgcolor: 'transparent', lineHeight: 2.5 }}>
      {translate(text)}
    </ListSubheader>
  );
};
