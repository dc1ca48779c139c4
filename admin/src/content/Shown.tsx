import { Box } from '@mui/material';
import Markdown from 'markdown-to-jsx/react';

/** As on the site: HTML in a text is text. A link does not lead away from the form. */
const OPTIONS = {
  disableParsingRawHTML: true,
  forceBlock: true,
  overrides: { a: { props: { target: '_blank', rel: 'noreferrer' } } },
};

const LOOK = {
  overflowWrap: 'anywhere',
  '& > div > :first-of-type': { mt: 0 },
  '& > div > :last-of-type': { mb: 0 },
  '& h1': { fontSize: '1.5rem' },
  '& h2': { fontSize: '1.25rem' },
  '& h3': { fontSize: '1.1rem' },
  '& img': { maxWidth: 1 },
  '& a': { color: 'primary.main' },
};

/** A Markdown text as customers see it. */
const Shown = ({ text }: { text: string }) => (
  <Box sx={LOOK}>
    <Markdown options={OPTIONS}>{text}</Markdown>
  </Box>
);

export default Shown;
