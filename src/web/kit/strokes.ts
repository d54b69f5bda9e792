/** A signature as it was drawn: strokes of points in a box of 600 by 200, written as a path of SVG. */

export type Stroke = readonly (readonly [number, number])[]

/** What a signature may be long, as the server takes it. */
const mostLength = 11_000

const written = (strokes: readonly Stroke[], every: number): string =>
  strokes
    .map(stroke =>
      stroke
        .filter((_, index) => index % every === 0 || index === stroke.length - 1)
        .map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`)
        .join(' '),
    )
    .filter(Boolean)
    .join(' ')

/** Every point while that is short enough, else every second, every third. */
export function pathOf(strokes: readonly Stroke[]): string {
  for (let every = 1; ; every++) {
    const path = written(strokes, every)
    if (path.length <= mostLength || every > 20) return path.slice(0, mostLength)
  }
}
