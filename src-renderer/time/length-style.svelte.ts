import { type LengthStyle, tellToTheSecond } from '#contract';

/** Whatever is written with it is drawn anew when it changes. */
let style = $state.raw<LengthStyle>('improved');

/** Lengths are written, and told, in this way from now on. */
export function writeLengthsAs(next: LengthStyle): void {
  tellToTheSecond(next === 'classic');
  style = next;
}

export function lengthStyle(): LengthStyle {
  return style;
}
