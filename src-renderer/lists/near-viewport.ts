import type { Attachment } from 'svelte/attachments';

/** Tells the rows of a list whether they are in sight or not far from it. */
export type Nearness = {
  /** For the element of a row: told once it is watched, and at each change from then on. */
  readonly watch: (tell: (near: boolean) => void) => Attachment;
};

/** As high as the popup: a person who turns the wheel finds what comes next drawn. */
const MARGIN = '640px';

/**
 * An observer tells how things stand when it begins to watch. An event tells only of changes, and those before the
 * page took over from the first picture, or while it had no frames, are told to nobody: rows stayed blank.
 */
export function createNearness(): Nearness {
  const listeners = new WeakMap<Element, (near: boolean) => void>();
  let observer: IntersectionObserver | undefined;

  function begin(): IntersectionObserver {
    const options = { rootMargin: MARGIN, scrollMargin: MARGIN };
    return new IntersectionObserver((changes) => {
      for (const { target, isIntersecting } of changes) listeners.get(target)?.(isIntersecting);
    }, options);
  }

  return {
    watch: (tell) => (element) => {
      observer ??= begin();
      listeners.set(element, tell);
      observer.observe(element);
      return () => observer?.unobserve(element);
    },
  };
}
