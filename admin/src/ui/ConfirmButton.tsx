import { Button, type ButtonProps } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Confirm } from 'ra-ui-materialui';
import { useState, type ReactElement } from 'react';

interface Props {
  /** Keys of the texts, with the same arguments for all of them. */
  label: string;
  title: string;
  content: string;
  args?: Record<string, string | number>;
  /** An accessible name, where the label alone does not say which of many it is. */
  name?: string;
  icon?: ReactElement;
  color?: ButtonProps['color'];
  variant?: ButtonProps['variant'];
  busy?: boolean;
  disabled?: boolean;
  onConfirm: () => void;
}

/** A button for what cannot be undone: it asks first. */
export const ConfirmButton = ({ label, title, content, args, name, icon, color, variant, busy, disabled, onConfirm }: Props) => {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const confirm = () => {
    if (!open) return; // the second of a double click, while the dialog fades
    setOpen(false);
    onConfirm();
  };
  return (
    <>
      <Button
        size="small"
        aria-label={name}
        startIcon={icon}
        color={color}
        variant={variant}
        loading={busy}
        disabled={disabled}
        onClick={() => setOpen(true)}
      >
        {translate(label, args)}
      </Button>
      <Confirm
        isOpen={open}
        title={translate(title, args)}
        content={translate(content, args)}
        onConfirm={confirm}
        onClose={() => setOpen(false)}
      />
    </>
  );
};
