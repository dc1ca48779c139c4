import { maxLength, maxValue, minValue, required } from 'ra-core';
import { NumberInput, SimpleForm, TextInput } from 'ra-ui-materialui';

import { KEEP_EDITS } from '../../ui/keepEdits';
import { FormGuard } from '../../ui/FormGuard';
import { MarkdownInput } from '../MarkdownInput';

const LAST = 100_000;

export const FaqInputs = () => (
  <SimpleForm resetOptions={KEEP_EDITS}>
    <FormGuard />
    <TextInput source="question" validate={[required(), maxLength(500)]} autoFocus />
    <MarkdownInput source="answer" most={10_000} rows={6} />
    <NumberInput
      source="position"
      min={0}
      step={1}
      defaultValue={0}
      helperText="content.position_hint"
      validate={[required(), minValue(0), maxValue(LAST)]}
      sx={{ maxWidth: 240 }}
    />
  </SimpleForm>
);
