import { Button, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { Form, FormDataConsumer, HttpError, minValue, required, useNotify, useRefresh, useTranslate } from 'ra-core';
import { BooleanInput, NumberInput, RadioButtonGroupInput, SaveButton, TextInput } from 'ra-ui-materialui';

import { answer, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { StrayErrors } from '../../ui/StrayErrors';

type Job = Schemas['Job'];
type JobEdit = Schemas['JobEdit'];
interface Fields {
  how: 'every' | 'cron';
  every: number | null;
  cron: string | null;
  enabled: boolean;
}

const HOW = [
  { id: 'every', name: 'sync.schedule.by_every' },
  { id: 'cron', name: 'sync.schedule.by_cron' },
];
const ORIGINAL: JobEdit = { every: null, cron: null, enabled: true };

/** When a job runs: at an interval or by the clock, or not at all. */
export const JobForm = ({ job, name, onClose }: { job: Job; name: string; onClose: () => void }) => {
  const translate = useTranslate();
  const save = useSave(job, onClose);
  const values: Fields = { how: job.cron === null ? 'every' : 'cron', every: job.every, cron: job.cron, enabled: job.enabled };
  return (
    <Form record={values} onSubmit={(fields: unknown) => save(edited(fields as Fields))}>
      <DialogTitle id="sync-job">{translate('sync.schedule.edit_title', { name })}</DialogTitle>
      <DialogContent>
        <StrayErrors />
        <BooleanInput source="enabled" label="sync.schedule.enabled" />
        <RadioButtonGroupInput source="how" label="sync.schedule.how" choices={HOW} helperText={false} />
        <FormDataConsumer<Fields>>
          {({ formData }) =>
            formData.how === 'every' ? (
              <NumberInput source="every" label="sync.schedule.seconds" validate={[required(), minValue(1)]} fullWidth />
            ) : (
              <TextInput source="cron" label="sync.schedule.cron" helperText="sync.schedule.cron_hint" validate={required()} fullWidth />
            )
          }
        </FormDataConsumer>
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap' }}>
        {job.edited && <Button onClick={() => save(ORIGINAL)}>{translate('sync.schedule.reset')}</Button>}
        <Button onClick={onClose}>{translate('sync.schedule.cancel')}</Button>
        <SaveButton type="submit" label="sync.schedule.save" alwaysEnable />
      </DialogActions>
    </Form>
  );
};

const edited = ({ how, every, cron, enabled }: Fields): JobEdit => ({ enabled, [how]: how === 'every' ? every : cron });

/** Answers with what is wrong, by field, for the form to show beside them. */
const useSave = ({ name }: Job, onSaved: () => void) => {
  const notify = useNotify();
  const refresh = useRefresh();
  return async (body: JobEdit): Promise<object | undefined> => {
    try {
      await answer(api.PATCH('/api/v1/sync/schedule/{name}', { params: { path: { name } }, body }));
    } catch (error) {
      const { message, body: told } = error as HttpError;
      notify(message, { type: 'error', messageArgs: { _: message } });
      return told?.errors;
    }
    notify('sync.schedule.saved', { type: 'success' });
    refresh();
    onSaved();
    return undefined;
  };
};
