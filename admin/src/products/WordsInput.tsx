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
      helperText="products.words_hint"
      filterSelectedOptions
    />
  );
};
