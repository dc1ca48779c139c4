/** How often what is on the screen is asked for anew; react-query rests while the tab is hidden. */
export const POLL_MS = 10_000;

/** Rows have no notes and no photo: react-admin is not to take one for the whole order when its page opens. */
export const OF_ROWS = { rows: true };

/** What is over changes seldom. */
export const SLOW_POLL_MS = 60_000;
