import StarIcon from '@mui/icons-material/Star';
import { Box, Card, Chip, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';

import { EnabledSwitch } from './EnabledSwitch';
import { PriceCell } from './PriceCell';
import { ProductLink } from './ProductLink';
import { ProductPicture } from './ProductPicture';
import { SyncChip } from './SyncChip';
import type { Product } from './types';
import { useShopIsMirrored } from './useMirrored';

/** On a phone the picture is beside the words, else above them. */
export const ProductCard = ({ product }: { product: Product }) => {
  const translate = useTranslate();
  const isMirrored = useShopIsMirrored();
  return (
    <Card
      component="li"
      sx={{ display: 'flex', flexDirection: { xs: 'row', sm: 'column' } }}
    >
      <ProductLink product={product} hidden>
        <ProductPicture
          url={product.image}
          alt=""
          sx={{ width: { xs: 104, sm: 1 }, height: { xs: 1, sm: 'auto' }, aspectRatio: { sm: '4 / 3' }, opacity: product.enabled ? 1 : 0.5 }}
        />
      </ProductLink>
      <Box sx={{ p: 1.5, flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: 0.5 }}>
        <Typography component="h2" variant="subtitle1" sx={{ lineHeight: 1.25, fontWeight: 600, overflowWrap: 'anywhere' }}>
          <ProductLink product={product}>{product.name}</ProductLink>
          {product.is_featured && (
            <StarIcon color="primary" titleAccess={translate('resources.products.fields.is_featured')} sx={{ fontSize: 18, ml: 0.5 }} />
          )}
        </Typography>
        <Box sx={{ flex: 1 }} />
        <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', flexWrap: 'wrap' }}>
          <PriceCell product={product} />
          <EnabledSwitch product={product} />
        </Box>
        <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap' }}>
          <Chip size="small" label={translate(`products.type.${product.type}`)} />
          {isMirrored && <SyncChip sync={product.sync} />}
        </Box>
      </Box>
    </Card>
  );
};
