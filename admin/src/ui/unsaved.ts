type Listener = () => void;

const forms = new Set<string>();
const listeners = new Set<Listener>();
const tell = () => listeners.forEach((listener) => listener());

/** The forms on the page in which somebody has typed what is not saved yet. */
export const unsaved = {
  any: () => forms.size > 0,
  add(form: string) {
    forms.add(form);
    tell();
  },
  drop(form: string) {
    forms.delete(form);
    tell();
  },
  subscribe(listener: Listener) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
