import EditIcon from '@mui/icons-material/Edit';
import { Button, Dialog } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';

import type { Schemas } from '../../api/types';
import { JobForm } from './JobForm';

interface Props {
  job: Schemas['Job'];
  name: string;
}

export const EditJob = ({ job, name }: Props) => {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button
        size="small"
        startIcon={<EditIcon />}
        onClick={() => setOpen(true)}
        aria-label={`${translate('sync.schedule.edit')}: ${name}`}
      >
        {translate('sync.schedule.edit')}
      </Button>
      <Dialog open={open} onClose={close} fullWidth maxWidth="sm" aria-labelledby="sync-job">
        <JobForm job={job} name={name} onClose={close} />
      </Dialog>
    </>
  );
};
