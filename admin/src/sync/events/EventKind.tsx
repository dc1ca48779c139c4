import { useTranslate } from 'ra-core';

export const EventKind = ({ kind }: { kind: string }) => useTranslate()(`sync.code.kind.${kind}`, { _: kind });
