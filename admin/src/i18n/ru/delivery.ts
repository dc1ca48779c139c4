export const delivery = {
  menu: 'Доставка',
};
