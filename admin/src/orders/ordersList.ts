import { coming } from '../ui/coming';

export const ordersList = coming(() => import('./OrdersList'));
