import CheckIcon from '@mui/icons-material/Check';
import ContentCopyIcon from '@mui/icons-material/ContentCopy';
import { IconButton, InputAdornment, TextField } from '@mui/material';
import { useNotify, useTranslate } from 'ra-core';
import { useState } from 'react';

/** A text to be taken along. Where the browser does not let us copy it, it is selected to be copied by hand. */
export const CopyField = ({ label, value }: { label: string; value: string }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
      notify('app.copied', { type: 'success' });
    } catch {
      notify('app.copy_by_hand', { type: 'warning' });
    }
  };
  const button = (
    <InputAdornment position="end">
      <IconButton edge="end" aria-label={translate('app.copy', { what: translate(label) })} onClick={() => void copy()}>
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
