import type { Resources } from '../data/resource';

export const contentResources = {
  faqs: {
    list: '/api/v1/faqs',
    create: '/api/v1/faqs',
    update: { put: '/api/v1/faqs/{faq_id}' },
    delete: '/api/v1/faqs/{faq_id}',
    rights: {
      list: 'content.list_faqs',
      create: 'content.create_faq',
      edit: 'content.edit_faq',
      delete: 'content.delete_faq',
    },
  },
  pages: {
    list: '/api/v1/pages',
    create: '/api/v1/pages',
    update: { put: '/api/v1/pages/{page}' },
    delete: '/api/v1/pages/{page}',
    rights: {
      list: 'content.list_pages',
      create: 'content.create_page',
      edit: 'content.edit_page',
      delete: 'content.delete_page',
    },
  },
} satisfies Resources;
