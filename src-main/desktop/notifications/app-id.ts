/** As in electron-builder.yml: by it Windows finds the installed app that a notification is of. */
export const APP_ID = 'io.github.stint.Stint';
