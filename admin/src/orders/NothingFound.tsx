import SearchOffIcon from '@mui/icons-material/SearchOff';

import { EmptyState } from '../ui/EmptyState';

/** There are orders, but none that was asked for. */
export const NothingFound = () => (
  <EmptyState icon={<SearchOffIcon />} title="orders.nothing.title" hint="orders.nothing.hint" />
);
