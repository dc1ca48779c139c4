import type { Overview, Tone } from '../troubles';

/** Keys of the texts: how both sides stand, and what that means for who reads it. */
export const sentenceOf = ({ agreed }: Pick<Overview, 'agreed'>, tone: Tone): { title: string; hint: string } => {
  const hint = HINT[tone];
  if (agreed) return { title: tone === 'success' ? 'sync.overview.agreed' : 'sync.overview.agreed_but', hint };
  return { title: tone === 'error' ? 'sync.overview.stuck' : 'sync.overview.unsure', hint };
};

const HINT: Record<Tone, string> = {
  success: 'sync.overview.agreed_hint',
  warning: 'sync.overview.unsure_hint',
  error: 'sync.overview.stuck_hint',
};
