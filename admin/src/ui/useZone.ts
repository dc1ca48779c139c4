import { UNLESS_TOLD } from './shop';
import { useShop } from './useShop';

/** The time zone of the shop, whose times everybody sees wherever they are. */
export const useZone = (): string => useShop()?.timezone ?? UNLESS_TOLD;
