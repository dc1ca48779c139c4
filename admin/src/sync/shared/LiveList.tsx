import type { ListProps } from 'react-admin';
import type { ReactNode } from 'react';

import { List } from '../../ui/List';
import { useIsPhone } from '../../ui/useIsPhone';

interface Props extends Omit<ListProps, 'children' | 'empty' | 'queryOptions'> {
  everyMs: number;
  table: ReactNode;
  phone: ReactNode;
}

/** A list of the console: asked for again and again, as a table, or as cards on a phone; each says when it is empty. */
export const LiveList = ({ everyMs, table, phone, ...props }: Props) => {
  const isPhone = useIsPhone();
  return (
    <List {...props} empty={false} queryOptions={{ refetchInterval: everyMs }}>
      {isPhone ? phone : table}
    </List>
  );
};
