import ArrowBackIcon from '@mui/icons-material/ArrowBack';
import ArrowForwardIcon from '@mui/icons-material/ArrowForward';
import DeleteIcon from '@mui/icons-material/Delete';
import StarIcon from '@mui/icons-material/Star';
import StarBorderIcon from '@mui/icons-material/StarBorder';
import { Box, IconButton } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Confirm } from 'ra-ui-materialui';
import { useState, type ReactNode } from 'react';

import type { Photo } from './photos';
import { ProductPicture } from './ProductPicture';

/** How a picture is put elsewhere among the others. */
interface Place {
  onEarlier?: () => void;
  onLater?: () => void;
  onDrag: () => void;
  onDrop: () => void;
}
interface Props {
  photo: Photo;
  name: string;
  isBusy: boolean;
  onPrimary: () => void;
  onRemove?: () => void;
  place?: Place;
}

export const PhotoTile = ({ photo, name, isBusy, onPrimary, onRemove, place }: Props) => {
  const translate = useTranslate();
  const [asking, setAsking] = useState(false);
  const confirm = () => {
    if (!asking) return; // the second of a double click, while the dialog fades
    setAsking(false);
    onRemove?.();
  };
  const label = (action: string) => `${translate(`products.photos.${action}`)}: ${name}`;
  return (
    <Box
      component="li"
      draggable={Boolean(place) && !isBusy}
      onDragStart={place?.onDrag}
      onDragOver={(event) => place && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        place?.onDrop();
      }}
      sx={{
        border: 2,
        borderColor: photo.isPrimary ? 'primary.main' : 'divider',
        borderRadius: 2,
        overflow: 'hidden',
        cursor: place ? 'grab' : undefined,
      }}
    >
      <ProductPicture url={photo.url} alt={photo.isPrimary ? label('is_primary') : name} sx={{ aspectRatio: '1' }} />
      <Box sx={{ display: 'flex', justifyContent: 'space-between' }}>
        <Tool label={label(photo.isPrimary ? 'is_primary' : 'make_primary')} disabled={isBusy || photo.isPrimary} onClick={onPrimary}>
          {photo.isPrimary ? <StarIcon color="primary" fontSize="small" /> : <StarBorderIcon fontSize="small" />}
        </Tool>
        {place && (
          <>
            <Tool label={label('earlier')} disabled={isBusy || !place.onEarlier} onClick={place.onEarlier}>
              <ArrowBackIcon fontSize="small" />
            </Tool>
            <Tool label={label('later')} disabled={isBusy || !place.onLater} onClick={place.onLater}>
              <ArrowForwardIcon fontSize="small" />
            </Tool>
          </>
        )}
        {onRemove && (
          <Tool label={label('remove')} disabled={isBusy} onClick={() => setAsking(true)}>
            <DeleteIcon fontSize="small" />
          </Tool>
        )}
      </Box>
      <Confirm
        isOpen={asking}
        title={label('remove')}
        content="products.photos.remove_hint"
        confirmColor="warning"
        onClose={() => setAsking(false)}
        onConfirm={confirm}
      />
    </Box>
  );
};

interface ToolProps {
  label: string;
  disabled: boolean;
  onClick?: () => void;
  children: ReactNode;
}
const Tool = ({ label, children, ...props }: ToolProps) => (
  <IconButton size="small" aria-label={label} title={label} {...props}>
    {children}
  </IconButton>
);
