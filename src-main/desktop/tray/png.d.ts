/** A picture that Vite puts into the bundle itself: no file is read for it at the start. */
declare module '*.png?inline' {
  const dataUrl: string;
  export { dataUrl as default };
}
