import { Button } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Confirm } from 'ra-ui-materialui';
import { useState } from 'react';

/** Throws a count away, after it was asked about. */
export const Discard = ({ onDiscard }: { onDiscard: () => void }) => {
  const translate = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  const discard = () => {
    setIsOpen(false);
    onDiscard();
  };
  return (
    <>
      <Button color="error" onClick={() => setIsOpen(true)}>
        {translate('inventory.discard')}
      </Button>
      <Confirm
        isOpen={isOpen}
        title="inventory.discard_ask"
        content="inventory.discard_hint"
        confirmColor="warning"
        onConfirm={discard}
        onClose={() => setIsOpen(false)}
      />
    </>
  );
};
