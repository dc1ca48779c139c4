import type { reviews as Russian } from '../ru/reviews';

export const reviews: typeof Russian = {
  menu: 'Reviews',
  resources: {
    reviews: {
      name: 'Review |||| Reviews',
      fields: {
        author_name: 'Author',
        rating: 'Rating',
        text: 'Text',
        status: 'State',
        created_at: 'Received',
      },
    },
  },
  status: {
    pending: 'Waiting',
    published: 'Published',
    hidden: 'Hidden',
  },
  empty: { title: 'Nothing here yet', hint: 'Rows appear as soon as there is something to show.' },
};
