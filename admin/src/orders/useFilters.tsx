import { useTranslate } from 'ra-core';
import { BooleanInput, DateInput, SearchInput, SelectInput } from 'ra-ui-materialui';

import { choices } from '../ui/choices';
import { useColleagues } from '../ui/useColleagues';
import { DELIVERY_TYPES } from './types';

const DAYS = choices(['today', 'tomorrow'], 'orders.day');

/** What staff narrow the list down by. Who is responsible and who delivers are asked for by name. */
export const useFilters = () => {
  const translate = useTranslate();
  const team = useColleagues()?.filter(({ is_active }) => is_active) ?? [];
  const couriers = team.filter(({ role }) => role === 'courier');
  const others = team.filter(({ role }) => role !== 'courier');
  return [
    <SearchInput key="search" source="search" placeholder={translate('orders.filter.search')} alwaysOn />,
    <SelectInput key="delivery" source="delivery" label="orders.filter.delivery" choices={DAYS} alwaysOn />,
    <BooleanInput key="mine" source="assigned_to_me" label="orders.filter.mine" defaultValue />,
    <BooleanInput key="problem" source="problem" label="orders.filter.problem" defaultValue />,
    <DateInput key="from" source="delivery_from" label="orders.filter.from" />,
    <DateInput key="to" source="delivery_to" label="orders.filter.to" />,
    <SelectInput
      key="type"
      source="type"
      label="orders.filter.type"
      choices={choices(DELIVERY_TYPES, 'orders.type')}
    />,
    <SelectInput key="responsible" source="responsible" label="orders.filter.responsible" choices={others} translateChoice={false} />,
    <SelectInput key="courier" source="courier" label="orders.filter.courier" choices={couriers} translateChoice={false} />,
  ];
};
