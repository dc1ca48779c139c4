import CheckIcon from '@mui/icons-material/Check';
import { useTranslate } from 'ra-core';

import { answer, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { useAct } from '../../ui/useAct';

interface Props {
  conflict: Schemas['Conflict'];
  /** null: only mark it as seen. */
  winner: Schemas['Conflict']['winner'] | null;
}

/** A person's word on whose value stands. It is written to the other side, so it is asked for twice. */
export const Resolve = ({ conflict: { id, field }, winner }: Props) => {
  const translate = useTranslate();
  const { mutate, isPending } = useAct(
    () => answer(api.POST('/api/v1/sync/conflicts/{id}/resolve', { params: { path: { id } }, body: { winner } })),
    () => ({ message: 'sync.conflicts.done' }),
  );
  const label = winner === null ? 'sync.conflicts.seen' : 'sync.conflicts.choose';
  const about = [winner && `sync.code.side.${winner}`, `sync.field.${field}`].filter((key) => key !== null);
  return (
    <ConfirmButton
      label={label}
      name={`${translate(label)}: ${about.map((key) => translate(key, { _: field })).join(', ')}`}
      title="sync.conflicts.title"
      content={`sync.conflicts.${winner ?? 'nobody'}`}
      icon={winner === null ? undefined : <CheckIcon />}
      variant={winner === null ? 'text' : 'outlined'}
      busy={isPending}
      onConfirm={mutate}
    />
  );
};
