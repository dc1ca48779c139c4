import { useStore } from 'ra-core';

export type View = 'table' | 'board';

/** How somebody likes to see the orders; it is kept in the browser. */
export const useView = () => useStore<View>('orders.view', 'table');
