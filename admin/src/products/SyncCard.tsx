import { Alert, Box, Typography } from '@mui/material';
import { useRecordContext, useTranslate } from 'ra-core';

import { useCan } from '../auth/useCan';
import { Facts } from '../ui/Facts';
import { Moment } from '../ui/Moment';
import { Section } from '../ui/Section';
import { standingOf } from '../ui/standing';
import { LinkDetails } from './LinkDetails';
import { SyncChip } from './SyncChip';
import type { Product } from './types';
import { useShopIsMirrored } from './useMirrored';

/** How the product stands with the site; for those with the right all of it, and what can be done. */
export const SyncCard = () => {
  const translate = useTranslate();
  const product = useRecordContext<Product>();
  const isMirrored = useShopIsMirrored();
  const mayLook = useCan('sync.show_link');
  if (!product || !isMirrored) return null;
  const { sync, bitrix_id } = product;
  return (
    <Section title="products.section.sync" actions={<SyncChip sync={sync} />}>
      <Typography color="text.secondary" sx={{ mb: 1.5 }}>
        {translate(`products.sync.${standingOf(sync)}.hint`)}
      </Typography>
      {bitrix_id !== null && (
        <Facts
          facts={[
            ['resources.products.fields.bitrix_id', bitrix_id],
            ['products.link.agreed_at', sync.agreed_at ? <Moment key="at" value={sync.agreed_at} /> : translate('products.link.never')],
          ]}
        />
      )}
      <Rejected fields={sync.rejected} />
      {mayLook && bitrix_id !== null && (
        <Box sx={{ mt: 2 }}>
          <LinkDetails bitrixId={bitrix_id} />
        </Box>
      )}
    </Section>
  );
};

const Rejected = ({ fields }: { fields: Product['sync']['rejected'] }) => {
  const translate = useTranslate();
  return Object.entries(fields).map(([field, why]) => (
    <Alert key={field} severity="warning" sx={{ mt: 1 }}>
      {translate('products.link.rejected', { field: translate(`resources.products.fields.${field}`), why: String(why) })}
    </Alert>
  ));
};
