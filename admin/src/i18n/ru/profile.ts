export const profile = {
  menu: 'Мой профиль',
  name: 'Имя',
  phone: 'Телефон',
  role: 'Роль',
  shop: 'Магазин',
  since: 'С нами с',
};
