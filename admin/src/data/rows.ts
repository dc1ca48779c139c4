/** Under which rows are kept that are less than the whole: react-admin is not to take one for that when its page opens. */
export const OF_ROWS = { rows: true };
