const GAP = 4;
const MARGIN = 8;
const TALLEST = 330;

/** Where a list opens beside its field, and how tall it gets at most, in CSS pixels. */
export type ListPlace = { readonly above: boolean; readonly height: number };

/** Below the field, or above it where there is too little room for all of the list and more than below. */
export function placeBeside(
  field: { readonly top: number; readonly bottom: number },
  windowHeight: number,
  tallest = TALLEST,
): ListPlace {
  const below = windowHeight - field.bottom - GAP - MARGIN;
  const above = field.top - GAP - MARGIN;
  const goesAbove = below < tallest && above > below;
  return { above: goesAbove, height: Math.min(tallest, goesAbove ? above : below) };
}
