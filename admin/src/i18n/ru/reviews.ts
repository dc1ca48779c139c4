export const reviews = {
  menu: 'Отзывы',
  resources: {
    reviews: {
      name: 'Отзыв |||| Отзывы',
      fields: {
        rating: 'Оценка',
        text: 'Текст',
        status: 'Состояние',
        product_id: 'Товар',
        created_at: 'Получен',
      },
    },
  },
  status: {
    pending: 'Ждёт решения',
    published: 'Опубликован',
    hidden: 'Скрыт',
  },
  tab: { pending: 'Ждут решения', published: 'На сайте', hidden: 'Скрытые', all: 'Все' },
  of: 'Отзыв: %{name}',
  of_the_shop: 'о магазине',
  product_gone: 'товар удалён',
  stars: '%{smart_count} звезда |||| %{smart_count} звезды |||| %{smart_count} звёзд',
  figures: 'Опубликованные отзывы по оценкам',
  average:
    'Средняя оценка магазина по %{smart_count} отзыву |||| Средняя оценка магазина по %{smart_count} отзывам |||| Средняя оценка магазина по %{smart_count} отзывам',
  decide: {
    published: 'Опубликовать',
    hidden: 'Скрыть',
    published_of: 'Опубликовать отзыв: %{name}',
    hidden_of: 'Скрыть отзыв: %{name}',
  },
  decided: { published: 'Отзыв теперь на сайте', hidden: 'Отзыва на сайте нет', pending: 'Отзыв ждёт решения' },
  done: { title: 'Все отзывы разобраны', hint: 'Новые появятся здесь, как только их напишут покупатели.' },
  empty: { title: 'Таких отзывов нет', hint: 'Снимите фильтры или выберите другую вкладку.' },
};
