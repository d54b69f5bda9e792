/** Text with what was found marked in it: marks are [start, end) in UTF-16 units, as search gives them. */
export function Marked({
  text,
  marks,
}: {
  readonly text: string
  readonly marks: readonly (readonly [start: number, end: number])[]
}) {
  const sorted = marks.toSorted((a, b) => a[0] - b[0])
  const cuts = sorted.flatMap(([start, end], index) => [
    text.slice(sorted[index - 1]?.[1] ?? 0, start),
    <mark key={start}>{text.slice(start, end)}</mark>,
  ])
  return (
    <>
      {cuts}
      {text.slice(sorted.at(-1)?.[1] ?? 0)}
    </>
  )
}
