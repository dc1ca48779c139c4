export interface Count {
  counted: number;
  /** What the books said at the moment it was counted: what comes and goes later is not a difference. */
  snapshot: number;
}

export interface Sums {
  /** How many items. */
  lines: number;
  /** In how many of them the count is not what the books say. */
  differing: number;
  /** Pieces. */
  surplus: number;
  missing: number;
}

export const differenceOf = ({ counted, snapshot }: Count): number => counted - snapshot;

export const sumsOf = (counts: Count[]): Sums => {
  const differences = counts.map(differenceOf);
  return {
    lines: counts.length,
    differing: differences.filter((difference) => difference !== 0).length,
    surplus: sum(differences.filter((difference) => difference > 0)),
    missing: -sum(differences.filter((difference) => difference < 0)) || 0,
  };
};

/** A number of pieces from 0 on; anything else is no count yet. */
export const countOf = (typed: string): number | undefined =>
  /^\d{1,7}$/.test(typed.trim()) ? Number(typed) : undefined;

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
