/** How often what is on the screen is asked for anew; react-query rests while the tab is hidden. */
export const POLL_MS = 10_000;

/** What is over changes seldom. */
export const SLOW_POLL_MS = 60_000;
