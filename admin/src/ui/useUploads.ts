import { useCallback, useState } from 'react';

import { upload } from '../api/upload';
import { refusalOf } from './picture';

export interface Sending {
  id: string;
  file: File;
  /** From 0 to 1. */
  progress: number;
  /** A key of the texts, or the server's words. */
  problem?: string;
  /** The server would say the same again. */
  isHopeless?: boolean;
  cancel: () => void;
}

interface Options<T> {
  to: string;
  fields?: Record<string, string>;
  onUploaded: (answer: T) => void;
}

/** Sends pictures one after another, so that they arrive in their order; what failed stays, to be sent again. */
export const useUploads = <T,>({ to, fields, onUploaded }: Options<T>) => {
  const [sendings, setSendings] = useState<Sending[]>([]);
  const change = useCallback(
    (id: string, now: Partial<Sending>) =>
      setSendings((all) => all.map((one) => (one.id === id ? { ...one, ...now } : one))),
    [],
  );
  const forget = useCallback((id: string) => setSendings((all) => all.filter((one) => one.id !== id)), []);

  const sendOne = async ({ id, file }: Sending, signal: AbortSignal) => {
    const refusal = refusalOf(file);
    if (refusal) return change(id, { problem: refusal, isHopeless: true });
    try {
      const onProgress = (progress: number) => change(id, { progress });
      onUploaded(await upload<T>(to, file, { fields, onProgress, signal }));
      forget(id);
    } catch (error) {
      if (signal.aborted) forget(id);
      else change(id, { problem: (error as Error).message });
    }
  };

  const send = async (files: File[]) => {
    const queue = files.map((file) => entry(file, forget));
    setSendings((all) => [...all, ...queue.map(({ sending }) => sending)]);
    for (const { sending, signal } of queue) if (!signal.aborted) await sendOne(sending, signal);
  };
  const again = ({ id, file }: Sending) => {
    forget(id);
    return send([file]);
  };
  return { sendings, send, again };
};

const entry = (file: File, forget: (id: string) => void) => {
  const id = crypto.randomUUID();
  const controller = new AbortController();
  const cancel = () => {
    controller.abort();
    forget(id);
  };
  return { sending: { id, file, progress: 0, cancel }, signal: controller.signal };
};
