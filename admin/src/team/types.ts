import type { Schemas } from '../api/types';

export type Member = Schemas['Member'];
export type Invitation = Schemas['Invitation'];
export type CodedInvitation = Schemas['CodedInvitation'];
export type Role = Member['role'];

/** From the least to the highest: one more or less in the contract does not compile here. */
const RANKS: Record<Role, number> = { courier: 0, florist: 1, manager: 2, director: 3 };

export const ROLES = (Object.keys(RANKS) as Role[]).sort((one, other) => RANKS[one] - RANKS[other]);

type Ranked = { role: string; is_superadmin: boolean };

/** Nobody grants a role above their own; a superadmin is above all. */
export const rolesBelow = (by: Ranked | null): Role[] => {
  const own = by?.is_superadmin ? RANKS.director : (RANKS[by?.role as Role] ?? -1);
  return ROLES.filter((role) => RANKS[role] <= own);
};

/** Whether somebody may be given another role or removed: not by those who stand below. */
export const mayChange = (by: Ranked | null, member: Pick<Member, 'role' | 'is_superadmin'>): boolean =>
  rolesBelow(by).includes(member.role) && (!member.is_superadmin || by?.is_superadmin === true);
