import { useTranslate } from 'ra-core';

import { Facts } from '../ui/Facts';
import { Moment } from '../ui/Moment';
import { Section } from '../ui/Section';
import type { Shop } from '../ui/shop';

/** What customers do not see, and what is not set here. */
export const Inside = ({ shop }: { shop: Shop }) => {
  const translate = useTranslate();
  return (
    <Section title="shop.inside.title" hint="shop.inside.hint">
      <Facts
        facts={[
          ['shop.inside.id', shop.id],
          ['shop.inside.state', translate(shop.is_active ? 'shop.inside.active' : 'shop.inside.blocked')],
          ['shop.inside.mirrors', translate(shop.mirrors_bitrix ? 'ra.boolean.true' : 'ra.boolean.false')],
          ['shop.inside.since', shop.mirrored_since && <Moment key="since" value={shop.mirrored_since} />],
          ['shop.inside.created', <Moment key="created" value={shop.created_at} />],
          ['shop.inside.updated', <Moment key="updated" value={shop.updated_at} />],
        ]}
      />
    </Section>
  );
};
