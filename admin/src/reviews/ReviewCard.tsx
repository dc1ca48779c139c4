import { Card, CardActions, CardContent, Chip, Rating, Stack, Typography } from '@mui/material';
import { RecordContextProvider, useTranslate } from 'ra-core';
import { ReferenceField, TextField } from 'ra-ui-materialui';

import { Can } from '../auth/Can';
import { Moment } from '../ui/Moment';
import { Decisions } from './Decisions';
import type { Review, Status } from './types';

const COLORS = { pending: 'warning', published: 'success', hidden: 'default' } as const satisfies Record<Status, string>;

export const ReviewCard = ({ review }: { review: Review }) => {
  const translate = useTranslate();
  const { author_name, rating, text, status, created_at } = review;
  return (
    <Card component="article" aria-label={translate('reviews.of', { name: author_name })}>
      <CardContent sx={{ pb: 0 }}>
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5 }}>
          <Rating value={rating} readOnly size="small" getLabelText={(stars) => translate('reviews.stars', stars)} />
          <Typography sx={{ fontWeight: 600 }}>{author_name}</Typography>
          <Chip size="small" variant="outlined" color={COLORS[status]} sx={{ color: 'text.primary' }} label={translate(`reviews.status.${status}`)} />
          <Typography variant="body2" color="text.secondary" component="span">
            <About review={review} /> · <Moment value={created_at} />
          </Typography>
        </Stack>
        <Typography sx={{ mt: 1, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{text}</Typography>
      </CardContent>
      <CardActions sx={{ px: 2 }}>
        <Can do="reviews.moderate">
          <Decisions review={review} />
        </Can>
      </CardActions>
    </Card>
  );
};

const About = ({ review }: { review: Review }) => {
  const translate = useTranslate();
  if (!review.product_id) return translate('reviews.of_the_shop');
  return (
    <RecordContextProvider value={review}>
      <ReferenceField source="product_id" reference="products" link={false} emptyText={translate('reviews.product_gone')}>
        <TextField source="name" variant="body2" />
      </ReferenceField>
    </RecordContextProvider>
  );
};
