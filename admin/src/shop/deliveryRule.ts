type Amount = number | null | undefined;

/** Which sentence tells a customer what delivery costs; none while an amount is missing or is none. */
export const deliveryRule = (available: boolean, cost: Amount, freeFrom: Amount): 'none' | 'free' | 'paid' | undefined => {
  if (!available) return 'none';
  if (!isAmount(cost) || !isAmount(freeFrom)) return undefined;
  return cost === 0 || freeFrom === 0 ? 'free' : 'paid';
};

const isAmount = (amount: Amount): amount is number => typeof amount === 'number' && !Number.isNaN(amount);
