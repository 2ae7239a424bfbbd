/*
 * How the primitives are styled: each has a plain CSS file beside it, in the layer `ui`, whose classes begin with
 * `ui-` and the component’s name; variants and states are data attributes. Plain CSS rather than CSS modules,
 * because React Aria tells states by data attributes and takes no class that may be undefined.
 */

/** Joins class names, leaving out what is not there. */
export function classNames(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
