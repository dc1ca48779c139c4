import { Box } from '@mui/material';
import { maxLength, required } from 'ra-core';
import { TextInput } from 'ra-ui-materialui';

import { Preview } from './Preview';

interface Props {
  source: string;
  most: number;
  rows: number;
}

/** A text of the shop and, beside it where there is room, how it will look. */
export const MarkdownInput = ({ source, most, rows }: Props) => (
  <Box sx={{ width: 1, display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
    <TextInput
      source={source}
      multiline
      minRows={rows}
      validate={[required(), maxLength(most)]}
      helperText="content.markdown"
    />
    <Preview source={source} />
  </Box>
);
