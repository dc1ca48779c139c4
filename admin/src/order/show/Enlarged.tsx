import CloseIcon from '@mui/icons-material/Close';
import { ButtonBase, Dialog, IconButton } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';

/** A picture that is shown large when it is pressed. */
export const Enlarged = ({ src, alt }: { src: string; alt: string }) => {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <ButtonBase
        onClick={() => setOpen(true)}
        aria-label={translate('order.photo.enlarge')}
        sx={{ display: 'block', width: 1, borderRadius: 2, overflow: 'hidden' }}
      >
        <img src={src} alt={alt} style={{ display: 'block', width: '100%', maxHeight: 320, objectFit: 'cover' }} />
      </ButtonBase>
      <Dialog open={open} onClose={close} maxWidth="lg" aria-label={alt}>
        <IconButton
          onClick={close}
          aria-label={translate('ra.action.close')}
          sx={{ position: 'absolute', right: 8, top: 8, bgcolor: 'background.paper' }}
        >
          <CloseIcon />
        </IconButton>
        <img src={src} alt={alt} style={{ maxWidth: '100%', maxHeight: '85vh', objectFit: 'contain' }} />
      </Dialog>
    </>
  );
};
