import type { content as Russian } from '../ru/content';

export const content: typeof Russian = {
  menu: { faqs: 'Questions and answers', pages: 'Pages of the site' },
  resources: {
    faqs: {
      name: 'Question |||| Questions and answers',
      fields: {
        question: 'Question',
        answer: 'Answer',
        position: 'Place in the order',
      },
    },
    pages: {
      name: 'Page |||| Pages of the site',
      fields: {
        title: 'Title',
        slug: 'Address',
        body: 'Text',
        updated_at: 'Changed',
      },
    },
  },
  markdown: 'Markdown: **bold**, *italics*, # heading, - list, [link](https://example.com). HTML stays text.',
  preview: 'This is what customers see',
  preview_empty: 'Begin to write, and the text appears here.',
  position_hint: 'Smaller ones come first. The arrows in the list change the order too.',
  slug_hint: 'The last part of the link to the page: delivery, o-nas',
  slug_wrong: 'Small Latin letters and digits, in words with single hyphens between them; at least one letter',
  up: 'Up: %{question}',
  down: 'Down: %{question}',
  edit_of: 'Edit: %{name}',
  delete_of: 'Delete: %{name}',
  delete_faq: 'Delete the question?',
  delete_hint: 'It goes from the site at once and cannot be brought back.',
  no_faqs: { title: 'No questions yet', hint: 'Add what customers ask most; they see the answer on the site.' },
  no_pages: { title: 'No pages yet', hint: 'Add one, for instance about delivery or payment.' },
};
