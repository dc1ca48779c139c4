import { FormControlLabel, Stack, Switch, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { TextInput } from 'ra-ui-materialui';
import { useFormContext, useWatch } from 'react-hook-form';

import type { Shop } from '../ui/shop';
import { closesAt, hoursAgain, isDayOff, opensAt, type DayKind } from './hours';

interface Props {
  kind: DayKind;
  others: DayKind;
  shop: Shop;
}

/** The hours of working days or of the weekend, or that they are off. */
export const DayHours = ({ kind, others, shop }: Props) => {
  const translate = useTranslate();
  const { setValue, getValues, clearErrors } = useFormContext();
  const names = [opensAt(kind), closesAt(kind)] as const;
  const [opens, closes] = useWatch({ name: [...names] });
  const works = !isDayOff(opens, closes);

  const switchTo = (on: boolean) => {
    const theirs = getValues([opensAt(others), closesAt(others)]) as [string | null, string | null];
    const hours = on ? hoursAgain([shop[names[0]], shop[names[1]]], theirs) : [null, null];
    names.forEach((name, i) => setValue(name, hours[i], { shouldDirty: true, shouldTouch: true }));
    clearErrors([...names]);
  };

  return (
    <div role="group" aria-label={translate(`shop.hours.${kind}`)}>
      <Stack direction="row" sx={{ alignItems: 'center', justifyContent: 'space-between' }}>
        <Typography sx={{ fontWeight: 600 }}>{translate(`shop.hours.${kind}`)}</Typography>
        <FormControlLabel
          control={<Switch checked={works} onChange={(_, on) => switchTo(on)} />}
          label={translate(works ? 'shop.hours.works' : 'shop.hours.day_off')}
        />
      </Stack>
      {works && (
        <Stack direction="row" spacing={2}>
          <TimeInput source={names[0]} label="shop.hours.opens" />
          <TimeInput source={names[1]} label="shop.hours.closes" />
        </Stack>
      )}
    </div>
  );
};

/** The API's HH:MM as it is; react-admin's own TimeInput makes a moment of it. */
const TimeInput = ({ source, label }: { source: string; label: string }) => (
  <TextInput source={source} label={label} type="time" slotProps={{ inputLabel: { shrink: true } }} />
);
