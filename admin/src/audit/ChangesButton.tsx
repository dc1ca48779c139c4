import HistoryIcon from '@mui/icons-material/History';
import { Button } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';

import type { Schemas } from '../api/types';
import { Can } from '../auth/Can';

interface Props {
  entity: Schemas['AuditEntry']['entity'];
  id: number;
}

/** To who changed this, and what, for whoever may see that. */
export const ChangesButton = ({ entity, id }: Props) => {
  const translate = useTranslate();
  const filter = encodeURIComponent(JSON.stringify({ entity, entity_id: id }));
  return (
    <Can do="audit.list_entries">
      <Button component={Link} to={`/audit?filter=${filter}`} size="small" startIcon={<HistoryIcon />}>
        {translate('audit.changes')}
      </Button>
    </Can>
  );
};
