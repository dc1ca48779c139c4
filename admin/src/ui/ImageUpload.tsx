import AddPhotoAlternateIcon from '@mui/icons-material/AddPhotoAlternate';
import { Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useId, useRef, useState, type DragEvent } from 'react';

import { PICTURES } from './picture';
import { UploadProgress } from './UploadProgress';
import { useUploads } from './useUploads';

interface Props<T> {
  /** Where to: `/api/v1/orders/7/photo`. */
  to: string;
  /** What goes beside the file in its form. */
  fields?: Record<string, string>;
  /** Once for each picture, with what the server answered. */
  onUploaded: (answer: T) => void;
  multiple?: boolean;
  disabled?: boolean;
  /** A key of the texts. */
  label?: string;
  /** `environment` opens the camera of a phone. */
  capture?: 'environment';
}

/** A button, and a place to drop files, that sends pictures and shows how far each is. */
export const ImageUpload = <T,>({ label = 'app.upload.add', multiple, disabled, capture, ...upload }: Props<T>) => {
  const translate = useTranslate();
  const { sendings, send, again } = useUploads<T>(upload);
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) void send([...event.dataTransfer.files].slice(0, multiple ? undefined : 1));
  };
  return (
    <Box>
      <Box
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        sx={{
          p: 2,
          textAlign: 'center',
          borderRadius: 2,
          border: '2px dashed',
          borderColor: over ? 'primary.main' : 'divider',
          bgcolor: over ? 'action.hover' : undefined,
        }}
      >
        <input
          ref={input}
          type="file"
          hidden
          aria-label={translate(label)}
          accept={PICTURES.join(',')}
          multiple={multiple}
          capture={capture}
          onChange={({ target }) => {
            void send([...(target.files ?? [])]);
            target.value = '';
          }}
        />
        <Button
          startIcon={<AddPhotoAlternateIcon />}
          disabled={disabled}
          aria-describedby={hint}
          onClick={() => input.current?.click()}
        >
          {translate(label)}
        </Button>
        <Typography id={hint} variant="body2" color="text.secondary">
          {translate('app.upload.hint')}
        </Typography>
      </Box>
      {sendings.map((sending) => (
        <UploadProgress key={sending.id} sending={sending} onAgain={() => void again(sending)} />
      ))}
    </Box>
  );
};
