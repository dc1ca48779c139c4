/* The page is as wide as the widest thing on it: what scrolls by itself is not to count. */
export const WITHIN_THE_PAGE = {
  contain: 'inline-size',
  '& .RaList-main, & .RaList-content': { minWidth: 0 },
  '& .RaList-actions': { backgroundColor: 'transparent' },
};
