export const SIZE = { width: 360, height: 640 };

/** The page's own backgrounds, so that nothing flashes before its first frame. */
export const BACKGROUND = { light: '#fbfaf8', dark: '#191816' };
