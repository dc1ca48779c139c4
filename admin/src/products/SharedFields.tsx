import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Box, Chip, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';

import { SharedValue } from './SharedValue';
import type { Link } from './useLink';

type Field = Link['fields'][number];

/** Per field what we have, and what each side had when both last agreed. */
export const SharedFields = ({ fields }: { fields: Link['fields'] }) => {
  const translate = useTranslate();
  return (
    <Accordion disableGutters>
      <AccordionSummary expandIcon={<ExpandMoreIcon />}>
        <Typography component="h3">{translate('products.link.fields')}</Typography>
      </AccordionSummary>
      <AccordionDetails>
        {fields.map((field) => (
          <OneField key={field.name} field={field} />
        ))}
      </AccordionDetails>
    </Accordion>
  );
};

const OneField = ({ field }: { field: Field }) => {
  const translate = useTranslate();
  return (
    <Box sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, mb: 0.5 }}>
        <Typography sx={{ fontWeight: 600 }}>{translate(`resources.products.fields.${field.name}`, { _: field.name })}</Typography>
        <Chip size="small" label={translate(`products.link.direction.${field.direction}`)} />
      </Box>
      <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1, gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' }}>
        {(['now', 'ours', 'theirs'] as const).map((side) => (
          <Box key={side}>
            <Typography component="dt" variant="caption" color="text.secondary">
              {translate(`products.link.${side}`)}
            </Typography>
            <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
              <SharedValue field={field.name} value={field[side]} />
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
};
