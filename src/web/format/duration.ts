/** Minutes of work, as one says and types them. */

/** Hours and minutes of a whole number of minutes. */
export const hoursAndMinutes = (minutes: number): { readonly hours: number; readonly minutes: number } => ({
  hours: Math.floor(Math.abs(minutes) / 60),
  minutes: Math.abs(minutes) % 60,
})

/** Reads `90`, `1:30`, `1,5 h`, `2h`, `2 t 15`, `20 min`, `1 h 30 min`; a bare number is minutes. Null when it is none. */
export function readMinutes(text: string): number | null {
  const said = text.trim().toLowerCase().replace(',', '.')
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(said)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const match =
    /^(?:(\d{1,3}(?:\.\d{1,2})?)\s?(?:h|t|u|tim|timmar|timer|uur|ore|hours?|horas?)\.?)?\s?(?:(\d{1,5})\s?(?:m|min|minutes?|minuter|minuten|minutos|minute)?\.?)?$/.exec(
      said,
    )
  if (!match || (match[1] === undefined && match[2] === undefined)) return null
  return Math.round(Number(match[1] ?? 0) * 60) + Number(match[2] ?? 0)
}
