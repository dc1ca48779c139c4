import type { Resources } from '../data/resource';

export const reviewsResources = {
  reviews: {
    list: '/api/v1/reviews/admin',
    update: { patch: '/api/v1/reviews/admin/{review_id}' },
    rights: { list: 'reviews.list_admin', edit: 'reviews.moderate' },
  },
} satisfies Resources;
