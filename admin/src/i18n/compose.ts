import type { TranslationMessages } from 'ra-core';

/** Every module's texts under its name, and what it says of its resources where react-admin looks for it. */
export const compose = (
  framework: unknown,
  modules: Record<string, object>,
  sentences: Record<string, string> = {},
): TranslationMessages => {
  const resources = Object.assign({}, ...Object.values(modules).map(resourcesOf));
  return { ...(framework as TranslationMessages), ...sentences, ...modules, resources };
};

const resourcesOf = (module: { resources?: object }): object => module.resources ?? {};
