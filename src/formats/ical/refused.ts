/** Why a file of iCalendar is not read, and at which of its lines (from 1; 0: the file as a whole). */
export type IcalProblem =
  | 'ical-empty'
  | 'ical-not-text'
  | 'ical-too-large'
  | 'ical-too-deep'
  | 'ical-line'
  | 'ical-unclosed'
  | 'ical-misplaced-end'
  | 'ical-value'
  | 'ical-rule'

export class IcalRefused extends Error {
  readonly problem: IcalProblem
  readonly line: number
  constructor(problem: IcalProblem, line: number, about = '') {
    super(`${problem}${line ? ` (line ${line})` : ''}${about ? `: ${about}` : ''}`)
    this.problem = problem
    this.line = line
  }
}
