import { Chip } from '@mui/material';
import { TextArrayInput } from 'react-admin';

import { useSuggestions, type Words } from './useSuggestions';

/** Words of the shop's own, with those that other products have already. */
export const WordsInput = ({ source }: { source: Words }) => {
  const { codes, nameOf } = useSuggestions(source);
  return (
    <TextArrayInput
      source={source}
      options={codes}
      getOptionLabel={nameOf}
      helperText={false}
      filterSelectedOptions
      renderValue={(values, propsOf) =>
        values.map((value, index) => {
          const { key, ...props } = propsOf({ index });
          return <Chip key={key} size="small" label={nameOf(value)} {...props} />;
        })
      }
    />
  );
};
