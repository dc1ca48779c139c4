import PublicIcon from '@mui/icons-material/Public';
import VisibilityOffIcon from '@mui/icons-material/VisibilityOff';
import { Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useNotify, useTranslate, useUpdate } from 'ra-core';

import { decisions, type Review, type Status } from './types';

const ICONS = { published: <PublicIcon />, hidden: <VisibilityOffIcon /> };

/** Either can be taken back, so nobody is asked twice. */
export const Decisions = ({ review }: { review: Review }) => {
  const translate = useTranslate();
  const { decide, busy } = useDecide(review);
  return decisions(review.status).map((decision) => (
    <Button
      key={decision}
      size="small"
      variant={decision === 'published' ? 'contained' : 'outlined'}
      startIcon={ICONS[decision]}
      disabled={busy}
      aria-label={translate(`reviews.decide.${decision}_of`, { name: review.author_name })}
      onClick={() => decide(decision)}
    >
      {translate(`reviews.decide.${decision}`)}
    </Button>
  ));
};

const useDecide = (review: Review) => {
  const notify = useNotify();
  const queries = useQueryClient();
  const [update, { isPending }] = useUpdate<Review, Error>();
  const decide = (status: Status) =>
    update(
      'reviews',
      { id: review.id, data: { status }, previousData: review },
      {
        onSuccess: () => {
          notify(`reviews.decided.${status}`, { type: 'success' });
          void queries.invalidateQueries({ queryKey: ['reviews'] });
        },
        onError: ({ message }) => notify(message, { type: 'error', messageArgs: { _: message } }),
      },
    );
  return { decide, busy: isPending };
};
