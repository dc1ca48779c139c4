export const warehouse = {
  menu: 'Склад',
  resources: {
    warehouse: {
      name: 'Позиция склада |||| Склад',
      fields: {
        name: 'Название',
        quantity: 'Количество',
        reserved: 'В резерве',
        available: 'Доступно',
        cost_price: 'Себестоимость',
        retail_price: 'Цена',
      },
    },
  },
  empty: { title: 'Здесь пока пусто', hint: 'Записи появятся, когда будет что показать.' },
};
