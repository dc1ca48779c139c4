import { useQuery } from '@tanstack/react-query';

import { answer, api } from '../api/client';
import { useCan } from '../auth/useCan';
import { Loaded } from '../ui/Loaded';
import { Sections } from '../ui/Sections';
import { SHOP_KEY } from '../ui/shop';
import { DeliveryForm } from './DeliveryForm';
import { HoursForm } from './HoursForm';
import { Inside } from './Inside';
import { OpenNow } from './OpenNow';
import { SettingsForm } from './SettingsForm';
import { WhatIsPublic } from './WhatIsPublic';

const ShopPage = () => {
  const mayEdit = useCan('shop.edit_settings');
  const query = useQuery({
    queryKey: SHOP_KEY,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/shop/settings', { signal })),
  });
  return (
    <Loaded query={query}>
      {(shop) => (
        <Sections title="shop.menu">
          <OpenNow />
          {mayEdit ? (
            <>
              <SettingsForm shop={shop} />
              <HoursForm shop={shop} />
              <DeliveryForm shop={shop} />
            </>
          ) : (
            <WhatIsPublic shop={shop} />
          )}
          <Inside shop={shop} />
        </Sections>
      )}
    </Loaded>
  );
};

export default ShopPage;
