import { usePerson } from '../../auth/useCan';
import { LetIn } from '../LetIn';
import { ResetPassword } from './ResetPassword';
import type { User } from './UsersList';

/** Nobody blocks themselves, and one's own password is changed in the profile. */
export const UserActions = ({ user }: { user: User }) => {
  const me = usePerson();
  if (me?.id === user.id) return null;
  return (
    <>
      <ResetPassword user={user} />
      <LetIn who="user" record={user} />
    </>
  );
};
