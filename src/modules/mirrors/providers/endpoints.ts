/** Where Google and Microsoft are spoken with; tests put stand-ins there. */
export interface Endpoints {
  readonly googleAuthorize: string
  readonly googleToken: string
  readonly googleCalendar: string
  readonly googleMeet: string
  readonly microsoftLogin: string
  readonly graph: string
}

export const usualEndpoints: Endpoints = {
  googleAuthorize: 'https://accounts.google.com/o/oauth2/v2/auth',
  googleToken: 'https://oauth2.googleapis.com/token',
  googleCalendar: 'https://www.googleapis.com/calendar/v3',
  googleMeet: 'https://meet.googleapis.com/v2',
  microsoftLogin: 'https://login.microsoftonline.com',
  graph: 'https://graph.microsoft.com/v1.0',
}

let current = usualEndpoints
export const endpoints = (): Endpoints => current
export function setEndpoints(given: Endpoints): void {
  current = given
}
