import type { Tone } from '../ui/Mark';

/** What is missing is graver than what is too much. */
export const toneOf = (difference: number): Tone =>
  difference === 0 ? 'success' : difference > 0 ? 'info' : 'error';
