import type { FiguresOf } from '../words.ts'

const width = 640
const height = 130
const gap = 3
const widest = 60

/** A column for each month, its parts by what was asked; the table beneath says the same in figures. */
export function Plot({ months, label }: { readonly months: FiguresOf['months']; readonly label: string }) {
  const most = Math.max(1, ...months.map(one => one.questions + one.complaints + one.requests))
  const step = width / Math.max(1, months.length)
  return (
    <svg
      className="case-plot"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {months.map((one, index) => {
        let base = height
        return [one.questions, one.complaints, one.requests].map((count, part) => {
          const tall = (count / most) * (height - 6)
          base -= tall
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts stand in one order
              key={`${one.month}${part}`}
              className={`s${part}`}
              x={index * step + gap}
              y={base}
              width={Math.min(widest, Math.max(2, step - 2 * gap))}
              height={tall}
            />
          )
        })
      })}
      <path className="ground" d={`M0 ${height - 0.5} H${width}`} />
    </svg>
  )
}
