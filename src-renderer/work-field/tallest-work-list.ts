/** In CSS pixels: all of the popup below the field, whose day nobody looks at meanwhile. */
export const TALLEST_WORK_LIST = 580;
