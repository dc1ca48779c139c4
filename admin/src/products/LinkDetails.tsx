import SyncIcon from '@mui/icons-material/Sync';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';

import { Can } from '../auth/Can';
import { Loaded } from '../ui/Loaded';
import { ConflictChoice } from './ConflictChoice';
import { DebtNotice } from './DebtNotice';
import { SharedFields } from './SharedFields';
import { useLink, useLinkChanges } from './useLink';

export const LinkDetails = ({ bitrixId }: { bitrixId: number }) => {
  const query = useLink(bitrixId);
  return (
    <Loaded query={query}>
      {({ pending, conflicts, fields }) => (
        <Box sx={{ display: 'grid', gap: 1.5 }}>
          {conflicts.map((conflict) => (
            <ConflictChoice key={conflict.id} conflict={conflict} />
          ))}
          {pending && <DebtNotice debt={pending} />}
          <Can do="sync.agree">
            <AgreeNow bitrixId={bitrixId} isGoing={pending?.state === 'pending'} />
          </Can>
          <SharedFields fields={fields} />
        </Box>
      )}
    </Loaded>
  );
};

const AgreeNow = ({ bitrixId, isGoing }: { bitrixId: number; isGoing: boolean }) => {
  const translate = useTranslate();
  const { agree } = useLinkChanges(bitrixId);
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, flexWrap: 'wrap' }}>
        <Button variant="outlined" startIcon={<SyncIcon />} loading={agree.isPending} onClick={() => agree.mutate()}>
          {translate('products.link.agree')}
        </Button>
        <Typography role="status" variant="body2" color="text.secondary">
          {isGoing ? translate('products.link.going') : agree.isSuccess && translate('products.link.asked')}
        </Typography>
      </Box>
      {agree.error && <Alert severity="error">{translate(agree.error.message, { _: agree.error.message })}</Alert>}
    </>
  );
};
