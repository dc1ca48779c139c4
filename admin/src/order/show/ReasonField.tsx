import { TextField } from '@mui/material';

interface Props {
  label: string;
  reason: string;
  onReason: (reason: string) => void;
}

/** Some sentences that must be said, in a dialog. */
export const ReasonField = ({ label, reason, onReason }: Props) => (
  <TextField
    label={label}
    value={reason}
    onChange={({ target }) => onReason(target.value)}
    slotProps={{ htmlInput: { maxLength: 2000 } }}
    sx={{ mt: 1 }}
    multiline
    minRows={2}
    fullWidth
    required
    autoFocus
  />
);
