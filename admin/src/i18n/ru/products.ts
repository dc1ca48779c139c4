export const products = {
  menu: 'Товары',
  resources: {
    products: {
      name: 'Товар |||| Товары',
      fields: {
        search: 'Поиск по названию и описанию',
        name: 'Название',
        type: 'Вид',
        price: 'Цена',
        enabled: 'На витрине',
        bitrix_id: 'Номер в Битриксе',
      },
    },
  },
  type: {
    flowers: 'Цветы',
    sweets: 'Сладости',
    fruits: 'Фрукты',
    gifts: 'Подарки',
    vitrina: 'Готовые',
    catalog: 'Под заказ',
  },
  empty: { title: 'Товаров пока нет', hint: 'Добавьте первый — он появится на витрине, как только вы его включите.' },
};
