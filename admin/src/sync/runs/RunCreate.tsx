import CompareArrowsIcon from '@mui/icons-material/CompareArrows';
import {
  BooleanInput,
  Create,
  DateTimeInput,
  FormDataConsumer,
  RadioButtonGroupInput,
  required,
  SaveButton,
  SimpleForm,
  TextInput,
  Toolbar,
  useNotify,
  useRedirect,
} from 'react-admin';

import { choices } from '../../ui/choices';
import { FormGuard } from '../../ui/FormGuard';
import { areIds, newRun, type RunForm } from './newRun';

const SCOPES = ['orders', 'products', 'all'] as const;

const toolbar = (
  <Toolbar>
    <SaveButton label="sync.runs.go" icon={<CompareArrowsIcon />} alwaysEnable />
  </Toolbar>
);

const RunCreate = () => {
  const notify = useNotify();
  const redirect = useRedirect();
  const onSuccess = ({ id }: { id: number }) => {
    notify('sync.runs.asked', { type: 'success', messageArgs: { id } });
    redirect('show', 'sync/runs', id);
  };
  return (
    <Create title="sync.runs.new" transform={(form: RunForm) => newRun(form)} mutationOptions={{ onSuccess }}>
      <SimpleForm toolbar={toolbar} defaultValues={{ scope: 'all', dry_run: false }} sx={{ maxWidth: 640 }}>
        <FormGuard />
        <RadioButtonGroupInput
          source="scope"
          label="sync.runs.scope"
          choices={choices(SCOPES, 'sync.code.scope')}
          validate={required()}
        />
        <BooleanInput source="dry_run" label="sync.runs.dry_run" />
        <DateTimeInput source="since" label="sync.runs.since" helperText="sync.runs.since_hint" />
        <FormDataConsumer<RunForm>>
          {({ formData }) =>
            formData.scope !== 'all' && (
              <TextInput source="ids" label="sync.runs.ids" helperText="sync.runs.ids_hint" validate={ids} multiline fullWidth />
            )
          }
        </FormDataConsumer>
      </SimpleForm>
    </Create>
  );
};

const ids = (typed: string | null) => (areIds(typed) ? undefined : 'sync.runs.ids_bad');

export default RunCreate;
