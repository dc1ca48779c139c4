import type { Schemas } from '../api/types';

type Part = Pick<Schemas['Part'], 'quantity' | 'cost_price' | 'is_optional'>;

export interface Margin {
  /** Of what must be in it. */
  cost: number;
  /** Of what may be in it, besides. */
  optionalCost: number;
  /** Below zero: a loss. */
  margin: number;
  /** Of the price that is left, in per cent; null where nothing is asked for it. */
  percent: number | null;
}

const costOf = (parts: readonly Part[]) => parts.reduce((sum, { quantity, cost_price }) => sum + quantity * cost_price, 0);

/** What one piece costs to make, and what is left of its price. All in minor units. */
export const marginOf = (price: number, parts: readonly Part[]): Margin => {
  const cost = costOf(parts.filter(({ is_optional }) => !is_optional));
  const margin = price - cost;
  return {
    cost,
    optionalCost: costOf(parts.filter(({ is_optional }) => is_optional)),
    margin,
    percent: price > 0 ? Math.round((margin / price) * 100) : null,
  };
};
