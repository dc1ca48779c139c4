import { Stack } from '@mui/material';
import StarHalfIcon from '@mui/icons-material/StarHalf';
import { useListContext } from 'ra-core';

import { EmptyState } from '../ui/EmptyState';
import { ReviewCard } from './ReviewCard';
import type { Review } from './types';

export const ReviewCards = () => {
  const { data, isPending, filterValues } = useListContext<Review>();
  if (isPending) return null;
  if (!data?.length) {
    const empty = `reviews.${filterValues.status === 'pending' ? 'done' : 'empty'}`;
    return <EmptyState icon={<StarHalfIcon />} title={`${empty}.title`} hint={`${empty}.hint`} />;
  }
  return (
    <Stack component="ul" spacing={1.5} sx={{ p: 0, m: 0, listStyle: 'none' }}>
      {data.map((review) => (
        <li key={review.id}>
          <ReviewCard review={review} />
        </li>
      ))}
    </Stack>
  );
};
