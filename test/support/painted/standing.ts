import type { Page } from 'playwright';

/** A text that stands somewhere, and the part of the screen in which it does. */
export type Standing = {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/**
 * What the page says stands in sight, by device pixels of the screen: each line of text, and each named row
 * of a list, be there a text in it or not. Of what reaches out of its scroller only the part within.
 */
export function standingIn(page: Page): Promise<readonly Standing[]> {
  return page.evaluate(() => {
    type Box = { left: number; top: number; right: number; bottom: number };
    /** Of a line of text less would show no letter. */
    const LEAST = 8;
    const ROWS = '[role=row], [role=option]';

    function inWindow(element: Element): boolean {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    }

    const within = (one: Box, other: Box): Box => ({
      left: Math.max(one.left, other.left),
      top: Math.max(one.top, other.top),
      right: Math.min(one.right, other.right),
      bottom: Math.min(one.bottom, other.bottom),
    });

    function clipOf(element: Element): Box {
      let box: Box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        if (getComputedStyle(at).overflow !== 'visible') {
          box = within(box, at.getBoundingClientRect());
        }
        // Lies above all else, wherever it stands in the document.
        if (at.matches(':popover-open, dialog[open]')) break;
      }
      return box;
    }

    /** Whether the pixel in the middle is the element's, and not of what lies above it. */
    function onTop(element: Element, { left, top, right, bottom }: Box): boolean {
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return hit !== null && (element.contains(hit) || hit.contains(element));
    }

    function place(words: string, element: Element, rect: DOMRect) {
      const box = within(rect, clipOf(element));
      const [width, height] = [box.right - box.left, box.bottom - box.top];
      if (width < 1 || height < Math.min(LEAST, rect.height) || !onTop(element, box)) return [];
      const scale = devicePixelRatio;
      return [
        {
          words,
          x: Math.ceil((screenX + box.left) * scale),
          y: Math.ceil((screenY + box.top) * scale),
          width: Math.floor(width * scale),
          height: Math.floor(height * scale),
        },
      ];
    }

    const seen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.closest('.out-of-sight, .sr-only') === null;

    const texts = [];
    const kinds = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT;
    // To ask for the places in a row far away would make the browser lay it out, which it had left for later.
    const walker = document.createTreeWalker(document.body, kinds, (node) =>
      node instanceof Element && node.matches(ROWS) && !inWindow(node)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Element) continue;
      const parent = node.parentElement;
      const words = node.textContent?.trim() ?? '';
      if (words === '' || parent === null || !seen(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) texts.push(...place(words, parent, rect));
    }

    const rows = [...document.querySelectorAll(ROWS)].filter(inWindow).filter(seen);
    const named = rows.flatMap((row) => {
      const words = row.getAttribute('aria-label') ?? row.textContent.trim();
      return words === '' ? [] : place(`the row ${words}`, row, row.getBoundingClientRect());
    });
    return [...named, ...texts];
  });
}
