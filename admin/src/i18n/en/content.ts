import type { content as Russian } from '../ru/content';

export const content: typeof Russian = {
  menu: 'FAQ and pages',
  resources: {
    faqs: {
      name: 'Question |||| Questions',
      fields: {
        question: 'Question',
        answer: 'Answer',
        position: 'Position',
      },
    },
  },
  empty: { title: 'Nothing here yet', hint: 'Rows appear as soon as there is something to show.' },
};
