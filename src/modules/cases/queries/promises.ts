import { implementQuery } from '../../../kernel/implement.ts'
import { workingCalendar } from '../../work/contract.ts'
import { findPromises } from '../contract.ts'
import { findPromisesIn } from '../promises/find.ts'

export const findPromisesBody = implementQuery(findPromises, async (view, { text, language, on }) => {
  const { isWorkday } = workingCalendar(view.office.country)
  const found = findPromisesIn(text, { language, today: on ?? view.today, isWorkday })
  return { rows: [...found] }
})
