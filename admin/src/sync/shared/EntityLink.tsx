import { Link, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';

interface Props {
  kind: 'order' | 'product' | 'new_order';
  /** Of our order or product; null where we have none. */
  localId: number | null;
  bitrixId?: number | string | null;
}

const AT = { order: (id: number) => `/orders/${id}/show`, product: (id: number) => `/products/${id}` };

/** Names what a row is about, and leads to its page. */
export const EntityLink = ({ kind, localId, bitrixId }: Props) => {
  const translate = useTranslate();
  const page = kind === 'product' ? 'product' : 'order';
  const name = translate(`sync.entity.${kind}`, { id: bitrixId ?? localId ?? '' });
  if (localId !== null) {
    return (
      <Link component={RouterLink} to={AT[page](localId)} onClick={(event) => event.stopPropagation()}>
        {name}
      </Link>
    );
  }
  return (
    <span>
      {name}{' '}
      <Typography component="span" variant="body2" color="text.secondary">
        ({translate('sync.entity.not_here')})
      </Typography>
    </span>
  );
};
