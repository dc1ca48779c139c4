export const shop = {
  menu: 'Магазин',
  name: 'Название',
  city: 'Город',
  address: 'Адрес',
  phone: 'Телефон',
  weekdays: 'Будни',
  weekends: 'Выходные',
  delivery_cost: 'Доставка',
  free_delivery_from: 'Бесплатная доставка от',
};
