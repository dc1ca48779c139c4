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
} satisfies Resources;
