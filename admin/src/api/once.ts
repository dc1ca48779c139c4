const keys = new Map<string, string>();

/**
 * Sends under an `Idempotency-Key`. The same thing sent again after an answer got lost has the same key, so that the
 * server does it once; what was answered, with success or a refusal, is over.
 */
export const once = async <T,>(what: object, send: (key: string) => Promise<T>): Promise<T> => {
  const name = JSON.stringify(what);
  const key = keys.get(name) ?? crypto.randomUUID();
  keys.set(name, key);
  try {
    const done = await send(key);
    keys.delete(name);
    return done;
  } catch (error) {
    if (isRefusal(error)) keys.delete(name);
    throw error;
  }
};

const isRefusal = (error: unknown): boolean => {
  const status = (error as { status?: number }).status ?? 0;
  return status >= 400 && status < 500;
};
