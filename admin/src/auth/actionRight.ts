import type { Right } from '../api/types';
import type { Resource } from '../data/resource';

/** The right that react-admin's buttons and pages need for an action; none: the action is not there. */
export const actionRight = (resource: Resource | undefined, action: string): Right | undefined => {
  const rights = resource?.rights;
  switch (action) {
    case 'show':
      return rights?.show ?? rights?.list;
    case 'export':
      return rights?.list;
    case 'create':
    case 'edit':
    case 'delete':
    case 'list':
      return rights?.[action];
    default:
      return undefined;
  }
};
