/** Where programs that only read fetch a calendar. The link stands in the address: such programs send no headers of their own. */
export const feedRoute = '/public/calendars/:token'
export const feedPath = (token: string): string => `/public/calendars/${token}.ics`
