export const orders = {
  menu: 'Заказы',
  resources: {
    orders: {
      name: 'Заказ |||| Заказы',
      fields: {
        number: 'Номер',
        status: 'Статус',
        customer_name: 'Заказчик',
        phone: 'Телефон',
        total: 'Сумма',
        delivery_date: 'Доставка',
        created_at: 'Создан',
      },
    },
  },
  status: {
    new: 'Новый',
    paid: 'Оплачен',
    accepted: 'Принят',
    assembled: 'Собран',
    in_delivery: 'В доставке',
    delivered: 'Доставлен',
    cancelled: 'Отменён',
  },
  empty: { title: 'Здесь пока пусто', hint: 'Записи появятся, когда будет что показать.' },
};
