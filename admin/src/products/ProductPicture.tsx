import LocalFloristIcon from '@mui/icons-material/LocalFlorist';
import { Box, type BoxProps } from '@mui/material';
import { useState } from 'react';

type Props = { url: string | null | undefined; alt: string; sx?: BoxProps['sx'] };

/** A picture that fills its box; a flower where there is none, or where it cannot be fetched. */
export const ProductPicture = ({ url, alt, sx }: Props) => {
  const [failed, setFailed] = useState<string>();
  return (
    <Box
      sx={[
        { display: 'grid', placeItems: 'center', overflow: 'hidden', bgcolor: 'action.hover', color: 'text.disabled' },
        ...(Array.isArray(sx) ? sx : [sx]),
      ]}
    >
      {url && failed !== url ? (
        <Box
          component="img"
          src={url}
          alt={alt}
          loading="lazy"
          onError={() => setFailed(url)}
          sx={{ width: 1, height: 1, objectFit: 'cover' }}
        />
      ) : (
        <LocalFloristIcon fontSize="large" aria-label={alt || undefined} role={alt ? 'img' : undefined} />
      )}
    </Box>
  );
};
