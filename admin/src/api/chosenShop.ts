import { session } from './session';

export interface ChosenShop {
  id: number;
  name: string;
}
type Listener = () => void;

const KEPT_AS = 'cvety-shop';
/** All shops at once have no shop to choose. */
const ABOVE_SHOPS = /^\/api\/v1\/superadmin\//;

const read = (): ChosenShop | null => JSON.parse(sessionStorage.getItem(KEPT_AS) ?? 'null');

let chosen = read();
const listeners = new Set<Listener>();

/** The shop that a superadmin looks into, until they leave it or close the tab. */
export const chosenShop = {
  get: () => (session.person()?.is_superadmin ? chosen : null),
  set(shop: ChosenShop | null) {
    chosen = shop;
    if (shop) sessionStorage.setItem(KEPT_AS, JSON.stringify(shop));
    else sessionStorage.removeItem(KEPT_AS);
    listeners.forEach((listener) => listener());
  },
  subscribe(listener: Listener) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

/** The address of a request, with the shop that it is about where one was chosen. */
export const inChosenShop = (address: string): string => {
  const shop = chosenShop.get();
  const url = new URL(address, window.location.origin);
  if (!shop || ABOVE_SHOPS.test(url.pathname) || url.searchParams.has('shop_id')) return address;
  url.searchParams.set('shop_id', String(shop.id));
  return url.href;
};
