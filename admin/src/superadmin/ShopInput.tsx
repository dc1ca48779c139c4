import { AutocompleteInput, ReferenceInput, type ReferenceInputProps } from 'ra-ui-materialui';

const byName = (search: string) => ({ search });

/** Which shop, by its name. */
export const ShopInput = (props: Partial<ReferenceInputProps> & { alwaysOn?: boolean }) => (
  <ReferenceInput source="shop_id" reference="superadmin/shops" {...props}>
    <AutocompleteInput optionText="name" filterToQuery={byName} sx={{ minWidth: 200 }} />
  </ReferenceInput>
);
