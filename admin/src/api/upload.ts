import { HttpError } from 'ra-core';

import { signedInAnew } from './authorized';
import { inChosenShop } from './chosenShop';
import { problemOf, unreachable } from './problem';
import { session } from './session';

interface Options {
  /** What goes beside the file. */
  fields?: Record<string, string>;
  /** Told how far it is, from 0 to 1, which `fetch` cannot. */
  onProgress?: (share: number) => void;
  /** Ends it before it is there, with an AbortError. */
  signal?: AbortSignal;
}

/** Posts a file as the field `file`. Raises HttpError. */
export const upload = async <T,>(path: string, file: Blob, options: Options = {}): Promise<T> => {
  const used = session.token();
  const response = await post(path, file, options);
  if (response.status === 401 && (await signedInAnew(used))) return read<T>(await post(path, file, options));
  return read<T>(response);
};

const post = (path: string, file: Blob, { fields = {}, onProgress, signal }: Options): Promise<Response> =>
  new Promise((resolve, reject: (reason: HttpError | DOMException) => void) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file);
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    request.open('POST', inChosenShop(path));
    request.setRequestHeader('Authorization', `Bearer ${session.token()}`);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(loaded / total);
    request.onload = () => resolve(new Response(request.responseText || null, { status: request.status }));
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(new DOMException('Aborted', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(body);
  });

const read = async <T,>(response: Response): Promise<T> => {
  if (!response.ok) throw await problemOf(response);
  return response.status === 204 ? (undefined as T) : response.json();
};
