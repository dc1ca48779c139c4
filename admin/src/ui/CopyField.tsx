import CheckIcon from '@mui/icons-material/Check';
import ContentCopyIcon from '@mui/icons-material/ContentCopy';
import { IconButton, InputAdornment, TextField } from '@mui/material';
import { useTranslate } from 'ra-core';

import { useCopy } from './useCopy';

/** A text to be taken along. Where the browser does not let us copy it, it is selected to be copied by hand. */
export const CopyField = ({ label, value }: { label: string; value: string }) => {
  const translate = useTranslate();
  const { copied, copy } = useCopy(value);
  const button = (
    <InputAdornment position="end">
      <IconButton edge="end" aria-label={translate('app.copy', { what: translate(label) })} onClick={copy}>
        {copied ? <CheckIcon color="success" /> : <ContentCopyIcon />}
      </IconButton>
    </InputAdornment>
  );
  return (
    <TextField
      label={translate(label)}
      value={value}
      onFocus={({ target }) => target.select()}
      slotProps={{ input: { readOnly: true, endAdornment: button } }}
      fullWidth
    />
  );
};
