import { formatMoney } from '../ui/Money';
import type { Shop } from '../ui/shop';
import type { Order, Status } from './types';

/*
 * What customers and recipients read. They read Russian whatever language the panel is switched to, so that these
 * texts are not among the panel's.
 */
const NEWS: Record<Status, string> = {
  new: 'получили ваш заказ',
  paid: 'получили оплату по заказу',
  accepted: 'приняли в работу ваш заказ',
  assembled: 'собрали ваш заказ',
  in_delivery: 'передали курьеру ваш заказ',
  delivered: 'доставили ваш заказ',
  cancelled: 'отменили ваш заказ',
};

type Told = Pick<
  Order,
  | 'number'
  | 'status'
  | 'total'
  | 'customer_name'
  | 'recipient_name'
  | 'delivery_type'
  | 'delivery_date'
  | 'delivery_time'
  | 'delivery_address'
  | 'is_surprise'
>;

export const toCustomer = (order: Told, shop: Pick<Shop, 'name'>, trackingUrl: string | null): string =>
  sentences(
    `${greeting(order.customer_name)} Это «${shop.name}»: ${NEWS[order.status]} ${order.number}.`,
    isUnderWay(order.status) && whenSaid(order),
    `Сумма ${formatMoney(order.total, 'ru')}.`,
    trackingUrl && `Следить за заказом: ${trackingUrl}`,
  );

/** Says neither what is in it nor from whom: it may be a surprise. */
export const toRecipient = (order: Told, shop: Pick<Shop, 'name'>): string =>
  sentences(
    `${greeting(order.recipient_name)} Это «${shop.name}».`,
    order.is_surprise ? 'У нас для вас доставка.' : 'Для вас заказали цветы.',
    whenSaid(order),
    order.delivery_type !== 'pickup' && order.delivery_address && `Адрес: ${order.delivery_address}.`,
    'Подскажите, пожалуйста, всё ли верно и удобно ли это время?',
  );

const greeting = (name: string | null): string => (name ? `Здравствуйте, ${name}!` : 'Здравствуйте!');

const isUnderWay = (status: Status): boolean => status !== 'delivered' && status !== 'cancelled';

const whenSaid = ({ delivery_type, delivery_date, delivery_time }: Told): string | null => {
  const when = [delivery_date && daySaid(delivery_date), delivery_time].filter(Boolean).join(', ');
  return when ? `${delivery_type === 'pickup' ? 'Самовывоз' : 'Доставка'} ${when}.` : null;
};

/** A calendar day, which has no zone. */
const daySaid = (day: string): string =>
  new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(day));

const sentences = (...said: (string | null | false)[]): string => said.filter(Boolean).join(' ');
