import { DateInput, RadioButtonGroupInput } from 'react-admin';
import { useWatch } from 'react-hook-form';

import { DELIVERY_TYPES } from '../../orders/types';
import { choices } from '../../ui/choices';
import type { DeliveryType } from '../types';
import { useShop } from '../../ui/useShop';
import { useFieldRule } from './FieldRules';
import { Flag, Text } from './inputs';
import { Slots } from './Slots';

/** How, when and where. `pieces` are to be made before. */
export const DeliveryFields = ({ pieces }: { pieces: number }) => {
  const type: DeliveryType = useWatch({ name: 'delivery_type' });
  return (
    <>
      <Way />
      <Day />
      <Slots pieces={pieces} />
      {type === 'pickup' ? (
        <Text source="pickup_address" />
      ) : (
        <>
          <Text source="delivery_address" autoComplete="off" />
          <Text source="delivery_notes" />
          <Flag source="ask_delivery_address" />
        </>
      )}
      <Flag source="ask_delivery_time" />
    </>
  );
};

const Way = () => {
  const shop = useShop();
  const type: DeliveryType = useWatch({ name: 'delivery_type' });
  const { disabled, remark } = useFieldRule('delivery_type');
  const isOffered = (way: DeliveryType) => !shop || (way === 'pickup' ? shop.pickup_available : shop.delivery_available);
  return (
    <RadioButtonGroupInput
      source="delivery_type"
      label="order.field.delivery_type"
      choices={choices(DELIVERY_TYPES.filter((way) => way === type || isOffered(way)), 'order.delivery_type')}
      disabled={disabled}
      helperText={remark ?? false}
    />
  );
};

const Day = () => {
  const { disabled, remark } = useFieldRule('delivery_date');
  return (
    <DateInput
      source="delivery_date"
      label="order.field.delivery_date"
      disabled={disabled}
      helperText={remark ?? false}
      fullWidth
    />
  );
};
