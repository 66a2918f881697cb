/** A text that Vite puts into the bundle itself: no file is read for it. */
declare module '*.md?raw' {
  const text: string;
  export { text as default };
}
