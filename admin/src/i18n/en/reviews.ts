import type { reviews as Russian } from '../ru/reviews';

export const reviews: typeof Russian = {
  menu: 'Reviews',
  resources: {
    reviews: {
      name: 'Review |||| Reviews',
      fields: {
        rating: 'Rating',
        text: 'Text',
        status: 'State',
        product_id: 'Product',
        created_at: 'Received',
      },
    },
  },
  status: {
    pending: 'Waiting',
    published: 'Published',
    hidden: 'Hidden',
  },
  tab: { pending: 'Waiting', published: 'On the site', hidden: 'Hidden', all: 'All' },
  of: 'Review: %{name}',
  of_the_shop: 'of the shop',
  product_gone: 'a deleted product',
  stars: '%{smart_count} star |||| %{smart_count} stars',
  figures: 'Published reviews by rating',
  average: 'Average rating of the shop in %{smart_count} review |||| Average rating of the shop in %{smart_count} reviews',
  decide: {
    published: 'Publish',
    hidden: 'Hide',
    published_of: 'Publish the review: %{name}',
    hidden_of: 'Hide the review: %{name}',
  },
  decided: { published: 'The review is on the site', hidden: 'The review is not on the site', pending: 'The review waits' },
  done: { title: 'All reviews are decided', hint: 'New ones appear here as soon as customers write them.' },
  empty: { title: 'There are no such reviews', hint: 'Take the filters off or choose another tab.' },
};
