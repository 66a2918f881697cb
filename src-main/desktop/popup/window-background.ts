/** The page's own backgrounds, so that nothing flashes before its first frame. */
export const BACKGROUND = { light: '#fbfaf8', dark: '#191816' };
