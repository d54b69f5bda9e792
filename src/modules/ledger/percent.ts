/** Percent as text to hundredths of a percent: "25" is 2500, "13.5" is 1350. */
export function percentToRate(percent: string): number {
  const [whole = '0', fraction = ''] = percent.split('.')
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0').slice(0, 2))
}

/** Hundredths of a percent as percent: 2500 is "25", 1350 is "13.5". */
export function rateToPercent(rate: number): string {
  const fraction = String(rate % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${Math.floor(rate / 100)}${fraction ? `.${fraction}` : ''}`
}
