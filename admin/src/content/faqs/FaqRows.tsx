import ArrowDownwardIcon from '@mui/icons-material/ArrowDownward';
import ArrowUpwardIcon from '@mui/icons-material/ArrowUpward';
import { Box, Divider, IconButton, Stack, Typography } from '@mui/material';
import { RecordContextProvider, useListContext, useTranslate } from 'ra-core';
import { DeleteWithConfirmButton, EditButton } from 'ra-ui-materialui';

import { useMove, type FaqRow } from './useMove';

/** In the order that customers see them. */
export const FaqRows = () => {
  const { data = [] } = useListContext<FaqRow>();
  const { move, busy } = useMove();
  return (
    <Stack component="ol" divider={<Divider aria-hidden />} sx={{ p: 0, m: 0, listStyle: 'none' }}>
      {data.map((faq, i) => (
        <li key={faq.id}>
          <Row
            faq={faq}
            onUp={busy || i === 0 ? undefined : () => move(i, i - 1)}
            onDown={busy || i === data.length - 1 ? undefined : () => move(i, i + 1)}
          />
        </li>
      ))}
    </Stack>
  );
};

interface Props {
  faq: FaqRow;
  onUp?: () => void;
  onDown?: () => void;
}

const Row = ({ faq, onUp, onDown }: Props) => {
  const translate = useTranslate();
  const { question, answer } = faq;
  return (
    <RecordContextProvider value={faq}>
      <Stack direction="row" spacing={1} sx={{ p: 1.5, alignItems: 'flex-start' }}>
        <Stack>
          <IconButton size="small" disabled={!onUp} onClick={onUp} aria-label={translate('content.up', { question })}>
            <ArrowUpwardIcon fontSize="small" />
          </IconButton>
          <IconButton size="small" disabled={!onDown} onClick={onDown} aria-label={translate('content.down', { question })}>
            <ArrowDownwardIcon fontSize="small" />
          </IconButton>
        </Stack>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{question}</Typography>
          <Typography color="text.secondary" sx={TWO_LINES}>
            {answer}
          </Typography>
          <EditButton aria-label={translate('content.edit_of', { name: question })} />
          <DeleteWithConfirmButton
            aria-label={translate('content.delete_of', { name: question })}
            confirmTitle="content.delete_faq"
            confirmContent="content.delete_hint"
            mutationMode="pessimistic"
            redirect={false}
          />
        </Box>
      </Stack>
    </RecordContextProvider>
  );
};

const TWO_LINES = {
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
  overflowWrap: 'anywhere',
} as const;
