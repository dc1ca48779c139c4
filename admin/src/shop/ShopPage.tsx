import { useQuery } from '@tanstack/react-query';

import { answer, api } from '../api/client';
import { Facts } from '../ui/Facts';
import { Loaded } from '../ui/Loaded';
import { Money } from '../ui/Money';
import { Page } from '../ui/Page';

const ShopPage = () => {
  const query = useQuery({
    queryKey: ['shop', 'settings'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/shop/settings', { signal })),
  });
  return (
    <Page title="shop.menu">
      <Loaded query={query}>
        {(shop) => (
          <Facts
            facts={[
              ['shop.name', shop.name],
              ['shop.city', shop.city],
              ['shop.address', shop.address],
              ['shop.phone', shop.phone],
              ['shop.weekdays', hours(shop.weekday_opens, shop.weekday_closes)],
              ['shop.weekends', hours(shop.weekend_opens, shop.weekend_closes)],
              ['shop.delivery_cost', <Money key="cost" value={shop.delivery_cost} />],
              ['shop.free_delivery_from', <Money key="free" value={shop.free_delivery_from} />],
            ]}
          />
        )}
      </Loaded>
    </Page>
  );
};

const hours = (opens: string | null, closes: string | null) => (opens && closes ? `${opens} – ${closes}` : null);

export default ShopPage;
