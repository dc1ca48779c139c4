import type { delivery as Russian } from '../ru/delivery';

export const delivery: typeof Russian = {
  menu: 'Delivery',
};
