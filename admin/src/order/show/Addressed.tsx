import PlaceIcon from '@mui/icons-material/Place';
import { Link } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';

import { dayLong } from '../../ui/day';
import { Facts } from '../../ui/Facts';
import { mapLink } from '../../ui/maps';
import { Section } from '../../ui/Section';
import { useShop } from '../../ui/useShop';
import type { Order } from '../types';

/** When and where it goes. */
export const Addressed = ({ order }: { order: Order }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const isPickup = order.delivery_type === 'pickup';
  const when = [order.delivery_date && dayLong(order.delivery_date, locale), order.delivery_time].filter(Boolean);
  return (
    <Section title="order.delivery.title">
      <Facts
        facts={[
          ['order.field.delivery_type', translate(`order.delivery_type.${order.delivery_type}`)],
          ['order.delivery.when', when.join(', ') || asked(order.ask_delivery_time, translate)],
          isPickup
            ? ['order.field.pickup_address', <Place key="place" address={order.pickup_address} />]
            : [
                'order.field.delivery_address',
                order.delivery_address ? (
                  <Place key="place" address={order.delivery_address} />
                ) : (
                  asked(order.ask_delivery_address, translate)
                ),
              ],
          ['order.field.delivery_notes', order.delivery_notes],
        ]}
      />
    </Section>
  );
};

const asked = (ofRecipient: boolean, translate: (key: string) => string): string | null =>
  ofRecipient ? translate('order.delivery.ask') : null;

const Place = ({ address }: { address: string | null }) => {
  const translate = useTranslate();
  const shop = useShop();
  if (!address) return '—';
  return (
    <Link href={mapLink(address, shop?.city)} target="_blank" rel="noreferrer" title={translate('order.delivery.map')}>
      <PlaceIcon fontSize="inherit" sx={{ verticalAlign: '-2px', mr: 0.5 }} />
      {address}
    </Link>
  );
};
