import DeleteIcon from '@mui/icons-material/DeleteOutline';
import ThumbDownIcon from '@mui/icons-material/ThumbDown';
import ThumbUpIcon from '@mui/icons-material/ThumbUp';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';

import { Can } from '../../auth/Can';
import { useCan } from '../../auth/useCan';
import { AskDialog } from '../../ui/AskDialog';
import { ImageUpload } from '../../ui/ImageUpload';
import { Moment } from '../../ui/Moment';
import { Section } from '../../ui/Section';
import { useAsked } from '../../ui/useAsked';
import type { Order } from '../types';
import { removePhoto } from './calls';
import { Enlarged } from './Enlarged';

type Picture = NonNullable<Order['photo']> & { url: string };

/** An order has a photo of its bouquet while that is in the florist's hands, and keeps it from then on. */
export const Photo = ({ order }: { order: Order }) => {
  const photo = order.photo as Picture | null;
  const isInHands = order.status === 'accepted' || order.status === 'assembled';
  const mayAdd = useCan('orders.add_photo') && isInHands;
  if (!photo && !mayAdd) return null;
  return (
    <Section title="order.photo.title">
      {photo ? <Taken order={order} photo={photo} mayRemove={isInHands} /> : <Taking order={order} />}
    </Section>
  );
};

const Taking = ({ order }: { order: Order }) => {
  const translate = useTranslate();
  const queries = useQueryClient();
  return (
    <>
      <ImageUpload
        to={`/api/v1/orders/${order.id}/photo`}
        label="order.photo.take"
        capture="environment"
        onUploaded={() => queries.invalidateQueries({ queryKey: ['orders'] })}
      />
      {order.status === 'accepted' && (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
          {translate('order.photo.assembles')}
        </Typography>
      )}
    </>
  );
};

const Taken = ({ order, photo, mayRemove }: { order: Order; photo: Picture; mayRemove: boolean }) => {
  const translate = useTranslate();
  const { isOpen, open, dialog } = useAsked(() => removePhoto(order));
  return (
    <>
      <Enlarged src={photo.url} alt={translate('order.photo.alt', { number: order.number })} />
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', mt: 1 }}>
        <Typography variant="body2" color="text.secondary">
          <Moment value={photo.created_at} />
        </Typography>
        {mayRemove && (
          <Can do="orders.remove_photo">
            <Button size="small" color="error" startIcon={<DeleteIcon />} onClick={open}>
              {translate('order.photo.remove')}
            </Button>
          </Can>
        )}
      </Box>
      <Feedback photo={photo} />
      {isOpen && (
        <AskDialog
          {...dialog}
          title={translate('order.photo.remove_title')}
          hint={translate(order.status === 'assembled' ? 'order.photo.remove_hint' : 'order.photo.remove_only')}
          submit={translate('order.photo.remove')}
          grave
        />
      )}
    </>
  );
};

const Feedback = ({ photo }: { photo: Picture }) => {
  const translate = useTranslate();
  if (!photo.feedback) {
    return (
      <Typography variant="body2" color="text.secondary">
        {translate('order.photo.no_feedback')}
      </Typography>
    );
  }
  const liked = photo.feedback === 'like';
  return (
    <Alert severity={liked ? 'success' : 'warning'} icon={liked ? <ThumbUpIcon /> : <ThumbDownIcon />}>
      {translate(`order.photo.${photo.feedback}`)}
      {photo.feedback_comment && `: ${photo.feedback_comment}`} · <Moment value={photo.feedback_at} />
    </Alert>
  );
};
