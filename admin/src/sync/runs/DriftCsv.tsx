import DownloadIcon from '@mui/icons-material/Download';
import { Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useListContext, useNotify, useTranslate } from 'ra-core';

import { answer, api } from '../../api/client';

/** All rows that the list is narrowed down to, as a file. A link could not carry the access token. */
export const DriftCsv = ({ runId }: { runId: number }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { filterValues } = useListContext();
  const { mutate, isPending } = useMutation({
    mutationFn: () => fileOf(runId, filterValues),
    onSuccess: (file) => save(file, `drift-${runId}.csv`),
    onError: ({ message }) => notify(message, { type: 'error', messageArgs: { _: message } }),
  });
  return (
    <Button size="small" startIcon={<DownloadIcon />} loading={isPending} onClick={() => mutate()}>
      {translate('sync.runs.csv')}
    </Button>
  );
};

const fileOf = (id: number, filter: object): Promise<Blob> => {
  const params = { path: { id }, query: { ...filter, format: 'csv' as const } };
  return answer(api.GET('/api/v1/sync/runs/{id}/drift', { params, parseAs: 'blob' }));
};

const save = (file: Blob, name: string) => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
};
