import { maxLength, regex, required } from 'ra-core';
import { SimpleForm, TextInput } from 'ra-ui-materialui';
import type { ChangeEvent } from 'react';
import { useFormContext } from 'react-hook-form';

import { KEEP_EDITS } from '../../ui/keepEdits';
import { FormGuard } from '../../ui/FormGuard';
import { MarkdownInput } from '../MarkdownInput';
import { SLUG, slugOf } from './slug';

const title = [required(), maxLength(200)];
const slug = [required(), maxLength(100), regex(SLUG, 'content.slug_wrong')];

/** Where a page has no address yet it is made of the title. */
export const PageInputs = ({ isNew = false }: { isNew?: boolean }) => (
  <SimpleForm resetOptions={KEEP_EDITS}>
    <FormGuard />
    {isNew ? <NamingTitle /> : <TextInput source="title" validate={title} />}
    <TextInput source="slug" validate={slug} helperText="content.slug_hint" autoComplete="off" />
    <MarkdownInput source="body" most={20_000} rows={12} />
  </SimpleForm>
);

const NamingTitle = () => {
  const { setValue, getFieldState } = useFormContext();
  const name = (event: ChangeEvent<HTMLInputElement>) => {
    if (!getFieldState('slug').isTouched) setValue('slug', slugOf(event.target.value), { shouldDirty: true });
  };
  return <TextInput source="title" validate={title} onChange={name} autoFocus />;
};
