/** Of a form (`resetOptions`): what comes meanwhile from elsewhere replaces only what nobody has touched here. */
export const KEEP_EDITS = { keepDirtyValues: true, keepErrors: true };
