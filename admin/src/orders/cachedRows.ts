import type { QueryClient, QueryKey } from '@tanstack/react-query';

import type { Order } from './types';

interface Page {
  data: Order[];
  total?: number;
}
interface Pages {
  pages: Page[];
}

/** Shows an order as it is now in every list that is on the screen, and in its own page. */
export const showEverywhere = (client: QueryClient, order: Order): void => {
  for (const [key, data] of client.getQueriesData({ queryKey: ['orders'] })) {
    const shown = withOrder(key, data, order);
    if (shown !== data) client.setQueryData(key, shown);
  }
};

/** The same answer with the order in it as it is now. It leaves the lists of other statuses and enters its own. */
export const withOrder = (key: QueryKey, data: unknown, order: Order): unknown => {
  const [, kind, params] = key as [string, string?, Asked?];
  const status = params?.filter?.status;
  if (kind === 'getList' && data) return inPage(data as Page, order, status);
  if (kind === 'getInfiniteList' && data) return inPages(data as Pages, order, status);
  if (kind === 'getOne' && data && (data as Order).id === order.id) return { ...(data as Order), ...order };
  return data;
};

interface Asked {
  filter?: { status?: string };
}

const inPage = (page: Page, order: Order, status?: string): Page => {
  if (!page.data.some(({ id }) => id === order.id)) return page;
  if (status && status !== order.status) {
    return { ...page, data: page.data.filter(({ id }) => id !== order.id), total: (page.total ?? 1) - 1 };
  }
  return { ...page, data: page.data.map((row) => (row.id === order.id ? { ...row, ...order } : row)) };
};

const inPages = (data: Pages, order: Order, status?: string): Pages => {
  const pages = data.pages.map((page) => inPage(page, order, status));
  const entered = status === order.status && !pages.some((page) => page.data.some(({ id }) => id === order.id));
  const [first, ...rest] = pages;
  if (entered && first) {
    return { ...data, pages: [{ ...first, data: [order, ...first.data], total: (first.total ?? 0) + 1 }, ...rest] };
  }
  return pages.every((page, i) => page === data.pages[i]) ? data : { ...data, pages };
};
