import { MiniMonth, type MiniMonthProps } from './MiniMonth.tsx'

export interface YearGridProps
  extends Pick<MiniMonthProps, 'firstWeekday' | 'today' | 'marks' | 'kinds' | 'weekWord' | 'onDay' | 'onWeek'> {
  readonly label: string
  readonly year: number
}

/** Twelve months with the weeks' numbers; under a day how much there is on it. */
export function YearGrid({ label, year, ...rest }: YearGridProps) {
  return (
    <div className="year" role="group" aria-label={label}>
      {Array.from({ length: 12 }, (_, month) => (
        <MiniMonth key={month} month={`${year}-${String(month + 1).padStart(2, '0')}-01`} withYear={false} {...rest} />
      ))}
    </div>
  )
}
