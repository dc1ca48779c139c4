export const superadmin = {
  menu: {
    shops: 'Магазины',
    users: 'Пользователи',
    products: 'Товары всех',
    orders: 'Заказы всех',
  },
  resources: {
    'superadmin/shops': {
      name: 'Магазин |||| Магазины',
      fields: {
        name: 'Название',
        city: 'Город',
        phone: 'Телефон',
        is_active: 'Открыт',
        mirrors_bitrix: 'Зеркалит Битрикс',
        created_at: 'Создан',
      },
    },
    'superadmin/users': {
      name: 'Пользователь |||| Пользователи',
      fields: {
        name: 'Имя',
        phone: 'Телефон',
        role: 'Роль',
        is_active: 'Допущен',
        is_superadmin: 'Суперадмин',
      },
    },
    'superadmin/products': {
      name: 'Товар |||| Товары всех магазинов',
      fields: {
        name: 'Название',
        shop_id: 'Магазин',
        price: 'Цена',
        enabled: 'Включён',
      },
    },
    'superadmin/orders': {
      name: 'Заказ |||| Заказы всех магазинов',
      fields: {
        number: 'Номер',
        shop_id: 'Магазин',
        status: 'Статус',
        customer_name: 'Заказчик',
        total: 'Сумма',
        created_at: 'Создан',
      },
    },
  },
  role: {
    courier: 'Курьер',
    florist: 'Флорист',
    manager: 'Менеджер',
    director: 'Директор',
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
