import { Facts } from '../ui/Facts';
import { Money } from '../ui/Money';
import { Section } from '../ui/Section';
import type { Shop } from '../ui/shop';

/** For those who do not change the settings. */
export const WhatIsPublic = ({ shop }: { shop: Shop }) => (
  <Section title="shop.settings.title">
    <Facts
      facts={[
        ['shop.name', shop.name],
        ['shop.phone', shop.phone],
        ['shop.city', shop.city],
        ['shop.address', shop.address],
        ['shop.delivery.cost', <Money key="cost" value={shop.delivery_cost} />],
        ['shop.delivery.free_from', <Money key="free" value={shop.free_delivery_from} />],
      ]}
    />
  </Section>
);
