import type { Schemas } from '../api/types';

export type Member = Schemas['Member'];
export type Invitation = Schemas['Invitation'];
export type CodedInvitation = Schemas['CodedInvitation'];
export type Role = Member['role'];

/** From the least to the highest: one more or less in the contract does not compile here. */
const RANKS: Record<Role, number> = { courier: 0, florist: 1, manager: 2, director: 3 };

export const ROLES = (Object.keys(RANKS) as Role[]).sort((one, other) => RANKS[one] - RANKS[other]);

/** Nobody grants a role above their own; a superadmin is above all. */
export const rolesBelow = (by: { role: string; is_superadmin: boolean } | null): Role[] => {
  const own = by?.is_superadmin ? RANKS.director : (RANKS[by?.role as Role] ?? -1);
  return ROLES.filter((role) => RANKS[role] <= own);
};
