import type { Text } from './text';

/** Stands for a value that is not known; every shell takes it for a plain word. */
export function placeholder(name: string): string {
  return `__${name}__`;
}

/** Stands for a text that is not known. */
export function placeholderText(name: string): Text {
  return { ko: placeholder(name), en: placeholder(name) };
}

/** Values of which each that is not known is a placeholder with its name. */
export function placeholders<V extends object>(known: Partial<V> = {}): V {
  return new Proxy(known as V, {
    get: (values, name) =>
      Reflect.has(values, name)
        ? (Reflect.get(values, name) as unknown)
        : placeholder(String(name)),
  });
}

/** A text with what `label` gives for the name of each placeholder. */
export function withLabels(text: string, label: (name: string) => string): string {
  return text.replace(/__([a-z]+)__/gi, (_all, name: string) => label(name));
}
