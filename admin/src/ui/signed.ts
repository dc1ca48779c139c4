/** +5, −2: with the sign that a change has. */
export const signed = (change: number): string => (change > 0 ? `+${change}` : String(change).replace('-', '−'));
