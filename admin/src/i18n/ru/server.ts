export const server = {
  at_least: 'Не меньше %{min}',
  at_most: 'Не больше %{max}',
  between: 'От %{min} до %{max}',
  shorter: 'Не короче %{min} знаков',
  longer: 'Не длиннее %{max} знаков',
  length: 'От %{min} до %{max} знаков',
  one_of: 'Одно из: %{values}',
  version: 'Кто-то уже изменил это: версия теперь %{version}',
};
