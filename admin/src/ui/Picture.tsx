import LocalFloristIcon from '@mui/icons-material/LocalFlorist';
import { Avatar } from '@mui/material';

/** A small picture of something, or the place where one would be. What it is stands beside it. */
export const Picture = ({ src, size = 40 }: { src: string | null | undefined; size?: number }) => (
  <Avatar variant="rounded" src={src ?? undefined} alt="" sx={{ width: size, height: size, bgcolor: 'action.hover' }}>
    <LocalFloristIcon sx={{ color: 'text.disabled' }} />
  </Avatar>
);
