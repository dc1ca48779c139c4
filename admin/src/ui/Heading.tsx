import { styled } from '@mui/material/styles';

/** The heading of a page that shows its title in the bar only: for who moves by headings. */
export const Heading = styled('h1')({
  position: 'absolute',
  width: 1,
  height: 1,
  margin: -1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
});
