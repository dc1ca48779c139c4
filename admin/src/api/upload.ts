import { signedInAnew } from './authorized';
import { problemOf, unreachable } from './problem';
import { session } from './session';

export interface Upload {
  file: File;
  /** What goes beside the file in its form. */
  fields?: Record<string, string>;
  /** From 0 to 1. */
  onProgress?: (part: number) => void;
  signal?: AbortSignal;
}

/**
 * Sends a picture as the API takes it and answers what came back; raises HttpError. By XMLHttpRequest, as nothing else
 * tells how much of it has left.
 */
export const upload = async <T,>(path: string, what: Upload): Promise<T> => {
  const used = session.token();
  let response = await send(path, what, used);
  if (response.status === 401 && (await signedInAnew(used))) response = await send(path, what, session.token());
  if (!response.ok) throw await problemOf(response);
  return response.json();
};

const send = (path: string, { file, fields = {}, onProgress, signal }: Upload, token: string | null) =>
  new Promise<Response>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    if (token) request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total ? loaded / total : 0);
    request.onload = () => resolve(new Response(request.responseText || null, { status: request.status }));
    request.onerror = request.ontimeout = () => reject(unreachable());
    request.onabort = () => reject(new DOMException('Aborted', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(formOf(file, fields));
  });

const formOf = (file: File, fields: Record<string, string>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file);
  return form;
};
