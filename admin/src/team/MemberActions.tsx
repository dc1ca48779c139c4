import { useRecordContext } from 'ra-core';

import { Can } from '../auth/Can';
import { usePerson } from '../auth/useCan';
import { ChangeRole } from './ChangeRole';
import { RemoveMember } from './RemoveMember';
import { mayChange, type Member } from './types';

/** What may be done about somebody who works here, by whoever may: not about those above oneself. */
export const MemberActions = () => {
  const member = useRecordContext<Member>();
  const person = usePerson();
  if (!member?.is_active || !mayChange(person, member)) return null;
  return (
    <>
      <Can do="profile.set_role">
        <ChangeRole member={member} />
      </Can>
      <Can do="profile.remove">{member.id !== person?.id && <RemoveMember member={member} />}</Can>
    </>
  );
};
